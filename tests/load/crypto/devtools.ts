import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable, Writable } from "node:stream";
import { browserArgs } from "@dvd/scripts/browser";

type Reply = { id?: number; result?: unknown; error?: { message: string } };
export type Send = (method: string, params?: object, sessionId?: string) => Promise<unknown>;

/**
 * Chromium over its bare debugging pipe. Playwright listens to the network of every page, and a browser that must report
 * an upload's bytes to a listener takes thirty times as long for it: nothing of that would be the product's.
 */
export async function launchChromium(executablePath: string) {
  const profile = mkdtempSync(path.join(tmpdir(), "dvd-bench-chromium-"));
  const args = [...browserArgs, "--headless", "--remote-debugging-pipe", `--user-data-dir=${profile}`];
  const child = spawn(executablePath, args, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const [, , , input, output] = child.stdio;
  if (!(input instanceof Writable) || !(output instanceof Readable)) throw new Error("no debugging pipe");

  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let rest = "";
  output.setEncoding("utf8").on("data", (text: string) => {
    const messages = (rest + text).split("\0");
    rest = messages.pop() ?? "";
    for (const message of messages) {
      const { id = 0, result, error }: Reply = JSON.parse(message);
      const call = waiting.get(id);
      waiting.delete(id);
      if (error) call?.reject(new Error(error.message));
      else call?.resolve(result);
    }
  });
  const ended = once(child, "exit");
  let hasEnded = false;
  child.once("exit", () => {
    hasEnded = true;
    for (const { reject } of waiting.values()) reject(new Error("Chromium ended"));
  });

  const send: Send = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      if (hasEnded) throw new Error("Chromium ended");
      waiting.set((lastId += 1), { resolve, reject });
      input.write(`${JSON.stringify({ id: lastId, method, params, sessionId })}\0`);
    });

  return {
    send,
    async stop() {
      await send("Browser.close").catch(() => child.kill());
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

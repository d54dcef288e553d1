import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { chromium, type Page } from "@playwright/test";
import { browserArgs, ensureBrowser } from "@dvd/scripts/browser";
import { memoryOf, startedBy } from "../../e2e/process-table.ts";

type Target = { type: string; title: string };
export type Chromium = Awaited<ReturnType<typeof openChromium>>;

/**
 * A Chromium with a profile on the disk, as people have it: in a private window all that a page keeps lies in memory. It
 * goes on while nobody drives it, and whoever drives it is told of every byte that it sends, which takes thirty times as
 * long as sending it.
 */
export async function openChromium() {
  const { executablePath } = await ensureBrowser(() => undefined);
  const profile = mkdtempSync(path.join(tmpdir(), "dvd-bench-profile-"));
  const own = ["--headless", "--remote-debugging-port=0", "--accept-lang=de-DE", `--user-data-dir=${profile}`];
  const child = spawn(executablePath, [...browserArgs, ...own, "about:blank"], { stdio: "ignore" });
  const ended = once(child, "exit");
  const address = await debuggingAddress(path.join(profile, "DevToolsActivePort"));
  const connect = () => chromium.connectOverCDP(address, { isLocal: true });

  return {
    /** Lets go of the browser afterwards; its window stays as it is. */
    async drive<T>(work: (page: Page) => Promise<T>): Promise<T> {
      const browser = await connect();
      try {
        const session = await browser.newBrowserCDPSession();
        await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: profile });
        const page = browser.contexts()[0]?.pages()[0];
        if (!page) throw new Error("this browser has no window");
        return await work(page);
      } finally {
        await browser.close();
      }
    },
    /** Of its only window, as a person sees it among other tabs. */
    async title(): Promise<string> {
      const targets = (await (await fetch(`${address}/json/list`)).json()) as Target[];
      return targets.find(({ type }) => type === "page")?.title ?? "";
    },
    downloaded: (name: string) => path.join(profile, name),
    /** Resident MB of whatever runs pages, and of the browser itself, which has what they hand out. */
    memory() {
      const processes = startedBy(child.pid ?? 0);
      const largest = (isMeant: (args: string) => boolean) =>
        Math.max(0, ...processes.filter(({ args }) => isMeant(args)).map(({ pid }) => memoryOf(pid).now));
      return {
        page: largest((args) => args.includes("--type=renderer")),
        browser: largest((args) => !args.includes("--type=")),
      };
    },
    async stop() {
      const session = await (await connect()).newBrowserCDPSession();
      await session.send("Browser.close").catch(() => child.kill());
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function debuggingAddress(file: string): Promise<string> {
  const deadline = Date.now() + 30_000;
  while (!existsSync(file) || readFileSync(file, "utf8") === "") {
    if (Date.now() > deadline) throw new Error("Chromium did not start");
    await setTimeout(50);
  }
  return `http://127.0.0.1:${readFileSync(file, "utf8").split("\n")[0]}`;
}

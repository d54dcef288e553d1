import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startChild } from "./child.ts";
import { freeTestPort, isFree } from "./ports.ts";
import { Services } from "./services.ts";

let folder: string;
let port: number;
const never = new AbortController().signal;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "dvd-child-"));
  port = await freeTestPort(Math.random());
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A small program of the kind we start: answers `ready`, drains on SIGTERM. */
function program(onStop = "server.close(); server.closeAllConnections()"): string {
  const file = join(folder, "program.mjs");
  writeFileSync(
    file,
    `import { createServer } from "node:http";
     const server = createServer((request, response) => response.writeHead(request.url === "/ready" ? 200 : 404).end());
     server.listen(${port}, "127.0.0.1", () => console.log("listening"));
     process.on("SIGTERM", () => { console.log("draining"); ${onStop}; });`,
  );
  return file;
}

const optionsFor = (args: readonly string[], signal = never) => ({
  name: "web",
  args,
  signal,
  env: process.env,
  cwd: folder,
  log: join(folder, "web.log"),
  readyUrl: `http://127.0.0.1:${port}/ready`,
});

describe("a process of the embedded profile", () => {
  it("counts as started when it says that it is ready, and drains when it is stopped", async () => {
    const service = await startChild(optionsFor([program()]));
    await service.stop();
    expect(readFileSync(join(folder, "web.log"), "utf8")).toBe("listening\ndraining\n");
    expect(await isFree(port)).toBe(true);
  });

  it("fails with the name of its log when it ends before it is ready", async () => {
    const file = join(folder, "broken.mjs");
    writeFileSync(file, `console.log("a setting is missing"); process.exit(1);`);
    await expect(startChild(optionsFor([file]))).rejects.toMatchObject({
      code: "service-failed",
      details: { name: "web", log: join(folder, "web.log") },
    });
    expect(readFileSync(join(folder, "web.log"), "utf8")).toContain("a setting is missing");
  });

  it("leaves nothing behind when the start is broken off", async () => {
    const starting = new AbortController();
    const file = join(folder, "silent.mjs");
    writeFileSync(file, "setInterval(() => undefined, 1000);");
    const start = startChild(optionsFor([file], starting.signal));
    starting.abort();
    await expect(start).rejects.toMatchObject({ name: "AbortError" });
  });

  it.each(["", "--watch"])("stops by itself when the profile is killed (node %s)", async (flag) => {
    const starter = `
      const { startChild } = await import(${JSON.stringify(new URL("./child.ts", import.meta.url).href)});
      const options = ${JSON.stringify({ ...optionsFor([...(flag ? [flag] : []), program()]), signal: undefined, env: undefined })};
      await startChild({ ...options, env: process.env, signal: new AbortController().signal });
      console.log("started");
      setInterval(() => undefined, 1000);`;
    const profile = spawn(process.execPath, ["--input-type=module", "--eval", starter], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(profile.stdout, "data");
    profile.kill("SIGKILL");
    for (let tries = 0; !(await isFree(port)) && tries < 200; tries++) await sleep(25);
    expect(await isFree(port)).toBe(true);
  });

  it("is reported when it ends by itself, but not when it is restarted or stopped", async () => {
    const services = new Services();
    const failed: string[] = [];
    void services.failed.then((name) => failed.push(name));
    await services.start("web", () => startChild(optionsFor([program("process.exit()")])));
    await services.restart("web");
    expect((await fetch(`http://127.0.0.1:${port}/ready`)).status).toBe(200);
    expect(failed).toEqual([]);

    await services.stop();
    expect(failed).toEqual([]);
  });

  it("is ended at once by a second wish while it takes its time over the first", async () => {
    const services = new Services();
    await services.start("web", () => startChild(optionsFor([program("setInterval(() => undefined, 1000)")])));
    const stopped = services.stop();
    services.kill();
    await stopped;
    expect(await isFree(port)).toBe(true);
  });

  it("tells which one has ended by itself", async () => {
    const services = new Services();
    const file = join(folder, "crashing.mjs");
    writeFileSync(file, `await import(${JSON.stringify(program())}); setTimeout(() => process.exit(7), 300);`);
    await services.start("worker", () => startChild(optionsFor([file])));
    expect(await services.failed).toBe("worker");
    await services.stop();
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDataFolder } from "./data-folder.ts";
import { loadSecrets } from "./secrets.ts";

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), "dvd-folder-")), "data");
});
afterEach(() => rmSync(join(path, ".."), { recursive: true }));

describe("the data folder", () => {
  it("keeps its content from one start to the next, and the secrets stay the same", async () => {
    const first = await openDataFolder(path, false);
    const secrets = await loadSecrets(first.path);
    writeFileSync(join(first.blobs, "a-blob"), "x");
    first.release();
    const second = await openDataFolder(path, false);
    expect(await loadSecrets(second.path)).toEqual(secrets);
    expect(existsSync(join(second.blobs, "a-blob"))).toBe(true);
  });

  it("begins anew on reset", async () => {
    const first = await openDataFolder(path, false);
    const secrets = await loadSecrets(first.path);
    writeFileSync(join(first.blobs, "a-blob"), "x");
    first.release();
    const second = await openDataFolder(path, true);
    expect(existsSync(join(second.blobs, "a-blob"))).toBe(false);
    expect((await loadSecrets(second.path)).sessionSecret).not.toBe(secrets.sessionSecret);
  });

  it("touches no folder that somebody else filled, neither on start nor on reset", async () => {
    mkdirSync(path);
    writeFileSync(join(path, "thesis.txt"), "years of work");
    for (const isReset of [false, true]) {
      await expect(openDataFolder(path, isReset)).rejects.toMatchObject({ code: "folder-not-ours" });
    }
    expect(readFileSync(join(path, "thesis.txt"), "utf8")).toBe("years of work");
  });

  it("belongs to one run at a time; a second start or reset learns where the first one answers", async () => {
    const first = await openDataFolder(path, false);
    first.announce("http://localhost:3000");
    for (const isReset of [false, true]) {
      await expect(openDataFolder(path, isReset)).rejects.toMatchObject({
        code: "already-running",
        details: { publicUrl: "http://localhost:3000" },
      });
    }
    first.release();
    (await openDataFolder(path, false)).release();
  });

  it("is free again after a run that was killed", async () => {
    const source = JSON.stringify(new URL("./data-folder.ts", import.meta.url).href);
    const program = `await (await import(${source})).openDataFolder(${JSON.stringify(path)}, false);
      console.log("open"); setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    await expect(openDataFolder(path, false)).rejects.toMatchObject({ code: "already-running" });
    child.kill("SIGKILL");
    await once(child, "exit");
    (await openDataFolder(path, false)).release();
  });

  it("lets only its owner read the secrets", async () => {
    const folder = await openDataFolder(path, false);
    await loadSecrets(folder.path);
    expect(statSync(join(path, "secrets.json")).mode & 0o777).toBe(0o600);
    for (const name of [folder.blobs, folder.logs]) expect(statSync(name).mode & 0o777).toBe(0o700);
  });
});

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findObstacle, isInstalled, markInstalled } from "./bootstrap.mjs";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "dvd-bootstrap-"));
  writeFileSync(join(root, "pnpm-lock.yaml"), "lockfileVersion: 9\n");
  writeFileSync(join(root, "pnpm-workspace.yaml"), "packages: []\n");
});
afterEach(() => rmSync(root, { recursive: true }));

describe("the bootstrap", () => {
  it("is needed on a fresh clone and not after an install", () => {
    expect(isInstalled(root)).toBe(false);
    markInstalled(root);
    expect(isInstalled(root)).toBe(true);
  });

  it("is needed again when the lockfile changed or node_modules is gone", () => {
    markInstalled(root);
    writeFileSync(join(root, "pnpm-lock.yaml"), "lockfileVersion: 9\n# another package\n");
    expect(isInstalled(root)).toBe(false);
    markInstalled(root);
    rmSync(join(root, "node_modules"), { recursive: true });
    expect(isInstalled(root)).toBe(false);
  });

  it("accepts Node 20.9 where the project brings its own, and refuses 20.8", () => {
    const machine = { platform: "linux", arch: "x64", isGlibc: true };
    expect(findObstacle({ ...machine, node: "20.9.0" })).toBeUndefined();
    expect(findObstacle({ ...machine, node: "20.8.1" })).toContain("20.9");
  });

  it("wants Node 22.18 on machines for which there is no Node of ours", () => {
    for (const machine of [
      { platform: "linux", arch: "x64", isGlibc: false },
      { platform: "linux", arch: "riscv64", isGlibc: true },
      { platform: "darwin", arch: "arm64", isGlibc: false },
    ]) {
      expect(findObstacle({ ...machine, node: "22.17.1" })).toContain("22.18");
      expect(findObstacle({ ...machine, node: "22.18.0" })).toBeUndefined();
    }
  });

  it("says that npx is missing, and reports the failure in the exit code", () => {
    const { status, stderr } = runIn(root, { PATH: join(root, "nothing-here") });
    expect(status).toBe(1);
    expect(stderr).toContain("npx");
    expect(isInstalled(root)).toBe(false);
  });

  it("shows what the installer wrote when it failed, and nothing of it when it did not", () => {
    for (const exitCode of [3, 0]) {
      const npx = `#!/bin/sh\necho "from the installer"\nexit ${exitCode}\n`;
      mkdirSync(join(root, "bin"), { recursive: true });
      writeFileSync(join(root, "bin", "npx"), npx, { mode: 0o755 });
      const { status, stdout, stderr } = runIn(root, { PATH: `${join(root, "bin")}:/usr/bin:/bin` });
      expect(status).toBe(exitCode === 0 ? 0 : 1);
      expect(`${stdout}${stderr}`.includes("from the installer")).toBe(exitCode !== 0);
      expect(isInstalled(root)).toBe(exitCode === 0);
    }
  });
});

/** The script looks for the root above itself, so it is copied there. */
function runIn(folder: string, env: Record<string, string>) {
  mkdirSync(join(folder, "scripts"), { recursive: true });
  cpSync(new URL("./bootstrap.mjs", import.meta.url), join(folder, "scripts", "bootstrap.mjs"));
  const script = join(folder, "scripts", "bootstrap.mjs");
  // Only what is given: an empty home as on a fresh machine.
  return spawnSync(process.execPath, [script], { cwd: folder, env: { ...env, NODE_ENV: "test" }, encoding: "utf8" });
}

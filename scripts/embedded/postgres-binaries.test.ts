import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, lstatSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isWorldReachable, preparePostgresBinaries } from "./postgres-binaries.ts";

let spare: string;
beforeEach(() => {
  spare = mkdtempSync(join(tmpdir(), "dvd-binaries-"));
  chmodSync(spare, 0o711);
});
afterEach(() => rmSync(spare, { recursive: true }));

describe("the PostgreSQL binaries", () => {
  it("stay where they were installed when the account can go there", () => {
    expect(preparePostgresBinaries(spare, () => true)).toContain("node_modules");
    expect(readdirSync(spare)).toEqual([]);
  });

  it("are copied once to where the account can go, with links that do not lead back", () => {
    const native = preparePostgresBinaries(spare, () => false);
    expect(native.startsWith(spare)).toBe(true);
    const links = readdirSync(join(native, "lib")).filter((name) =>
      lstatSync(join(native, "lib", name)).isSymbolicLink(),
    );
    expect(links).toContain("libicuuc.so.60");
    for (const name of links) {
      expect(isAbsolute(readlinkSync(join(native, "lib", name)))).toBe(false);
      expect(existsSync(join(native, "lib", name))).toBe(true);
    }
    expect(spawnSync(join(native, "bin", "postgres"), ["--version"], { encoding: "utf8" }).stdout).toContain("18.4");
    expect(preparePostgresBinaries(spare, () => false)).toBe(native);
  });

  it("count as out of reach below a closed folder", () => {
    expect(isWorldReachable(join(spare, "native"))).toBe(true);
    chmodSync(spare, 0o700);
    expect(isWorldReachable(join(spare, "native"))).toBe(false);
  });
});

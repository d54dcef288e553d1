import path from "node:path";
import { gzipSync } from "node:zlib";
import { build, type BuildOptions } from "esbuild";
import { describe, expect, it } from "vitest";
import { workerOptions } from "../../scripts/bundle-worker.ts";

/**
 * Kilobytes after gzip, with little headroom: who needs more raises the number here and in docs/benchmarks.md, and says
 * in the commit what the page's visitors get for it.
 */
const budgets = { crypto: 53, worker: 60.5, stretch: 9.5 } as const;

async function gzipped(entry: BuildOptions): Promise<number> {
  const { outputFiles } = await build({ ...entry, ...workerOptions });
  return gzipSync(outputFiles?.[0]?.contents ?? "", { level: 9 }).length / 1024;
}

describe("what a browser has to fetch for sealing", () => {
  it("all of packages/crypto keeps to its budget", async () => {
    // Assigned to the global scope: an export that nobody uses would be left out of the bundle.
    const contents = 'import * as all from "@dvd/crypto"; globalThis.all = all;';
    const size = await gzipped({ stdin: { contents, resolveDir: import.meta.dirname } });
    expect(size).toBeLessThan(budgets.crypto);
    expect(size).toBeGreaterThan(budgets.crypto * 0.9);
  });

  it.each([
    ["worker.ts", budgets.worker],
    // Fetched only by whoever types their seven words.
    ["stretch-worker.ts", budgets.stretch],
  ])("%s keeps to its budget", async (file, budget) => {
    const size = await gzipped({ entryPoints: [path.join(import.meta.dirname, file)] });
    expect(size).toBeLessThan(budget);
    expect(size).toBeGreaterThan(budget * 0.9);
  });
});

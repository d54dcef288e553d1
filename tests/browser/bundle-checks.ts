import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "esbuild";
import { bundleForPage } from "../bundle-for-page.ts";
import { root } from "../architecture/sources.ts";

const crypto = path.join(root, "packages/crypto");
const vectorFolder = path.join(crypto, "vectors");

type Vectors = Record<string, string>;

/** The published vectors by file name. */
export const readVectorFiles = (): Vectors =>
  Object.fromEntries(
    readdirSync(vectorFolder).map((name) => [name, readFileSync(path.join(vectorFolder, name), "utf8")]),
  );

/** How many vectors the files hold: every row of a list that says what is accepted, refused or expected. */
export function countVectors(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const rows = Array.isArray(value) ? value.filter((row: unknown) => isRow(row)).length : 0;
  return Object.values(value).reduce((count: number, field: unknown) => count + countVectors(field), rows);
}

const isRow = (row: unknown): boolean => typeof row === "object" && row !== null && ("name" in row || "typed" in row);

/** Tests of packages/crypto, for any engine: `runChecks()` in the global scope gives their results. */
export const bundleChecks = (tests: readonly string[], vectors: Vectors = readVectorFiles()): Promise<string> =>
  bundleForPage({
    contents: [
      ...tests.map((test) => `import "./src/${test}";`),
      'import { runChecks } from "vitest"; globalThis.runChecks = runChecks;',
    ].join("\n"),
    folder: crypto,
    plugins: [standIns(vectors)],
    define: { "import.meta.url": '"https://checks.test/src/testing/x.js"' },
  });

/** A page has no file system and no test runner. */
const standIns = (vectors: Vectors): Plugin => ({
  name: "stand-ins",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vitest$/ }, () => ({ path: path.join(import.meta.dirname, "vitest-in-page.ts") }));
    onResolve({ filter: /^node:fs$/ }, () => ({ path: "vectors", namespace: "stand-in" }));
    onLoad({ filter: /./, namespace: "stand-in" }, () => ({
      contents: `const files = ${JSON.stringify(vectors)};
        export const readFileSync = (url) => files[new URL(url).pathname.split("/").pop()];`,
    }));
  },
});

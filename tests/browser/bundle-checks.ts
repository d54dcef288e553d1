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

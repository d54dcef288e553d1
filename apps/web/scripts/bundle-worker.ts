import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const crypto = path.resolve(import.meta.dirname, "../src/crypto");

export const workerOptions = {
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  target: "es2022",
  logLevel: "warning",
} as const;

/** Several, because only the first is always needed: the page loads the others when somebody types words or sends. */
const workers = {
  worker: { file: "worker-source.ts", constant: "workerSource" },
  "stretch-worker": { file: "stretch-source.ts", constant: "stretchSource" },
  "proof-worker": { file: "proof-source.ts", constant: "proofSource" },
} as const;

/** The crypto workers as strings, so that they come inside the page's own scripts. */
export async function bundleWorker() {
  await mkdir(path.join(crypto, "generated"), { recursive: true });
  for (const [entry, { file, constant }] of Object.entries(workers)) {
    const { outputFiles } = await build({ entryPoints: [path.join(crypto, `${entry}.ts`)], ...workerOptions });
    const text = JSON.stringify(outputFiles[0]?.text ?? "");
    await writeFile(path.join(crypto, "generated", file), `export const ${constant} = ${text};\n`);
  }
}

if (import.meta.main) await bundleWorker();

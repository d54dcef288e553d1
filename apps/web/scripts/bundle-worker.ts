import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";

const app = path.resolve(import.meta.dirname, "..");
const target = path.join(app, "src/crypto/generated/worker-source.ts");

export const workerOptions = {
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  target: "es2022",
  logLevel: "warning",
} as const;

/** The crypto worker as a string, so that it comes inside the page's own scripts. */
export async function bundleWorker() {
  const entryPoints = [path.join(app, "src/crypto/worker.ts")];
  const { outputFiles } = await build({ entryPoints, ...workerOptions });
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, `export const workerSource = ${JSON.stringify(outputFiles[0]?.text ?? "")};\n`);
}

if (import.meta.main) await bundleWorker();

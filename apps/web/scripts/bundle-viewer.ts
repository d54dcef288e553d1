import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";

const app = path.resolve(import.meta.dirname, "..");
const generated = path.join(app, "src/viewer/generated");
const pdfWorker = createRequire(import.meta.url).resolve("pdfjs-dist/legacy/build/pdf.worker.mjs");

/**
 * pdf.js loads the decoders of scanned pages (JBIG2, CCITT, JPEG 2000) from an address while it runs. The viewer can
 * load nothing, so without this a scan would silently be an empty page.
 */
const bringDecodersAlong: Plugin = {
  name: "bring-decoders-along",
  setup({ onLoad }) {
    onLoad({ filter: /pdf\.worker\.mjs$/ }, async ({ path: file }) => {
      let contents = await readFile(file, "utf8");
      for (const decoder of ["jbig2_nowasm_fallback.js", "openjpeg_nowasm_fallback.js"]) {
        const loading = new RegExp(
          `const path = \`\\$\\{this\\.#wasmUrl\\}${decoder.replace(".", "\\.")}\`;([^}]*?)import\\(\\s*(?:/\\*[^*]*\\*/\\s*)*path\\)`,
          "g",
        );
        if ([...contents.matchAll(loading)].length !== 1) throw new Error(`pdf.js loads ${decoder} in another way now`);
        contents = contents.replace(loading, `$1import("../../wasm/${decoder}")`);
      }
      return { contents, loader: "js" };
    });
  },
};

async function bundle(entry: string, options: BuildOptions = {}) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    // The decoders ask for their own address to find a neighbour that they do not have here.
    logOverride: { "empty-import-meta": "silent" },
    logLevel: "warning",
    ...options,
  });
  return outputFiles?.[0]?.text ?? "";
}

const writeText = (name: string, constant: string, text: string) =>
  writeFile(path.join(generated, name), `export const ${constant} = ${JSON.stringify(text)};\n`);

/** The viewer as one string: its program, and inside of it the source of its worker. */
export async function bundleViewer() {
  await mkdir(generated, { recursive: true });
  await writeText(
    "pdf-worker-source.ts",
    "pdfWorkerSource",
    await bundle(pdfWorker, { plugins: [bringDecodersAlong] }),
  );
  const program = await bundle(path.join(app, "src/viewer/viewer.ts"));
  // Inside a script element these would end it, or change where it ends.
  if (/<\/script|<!--/i.test(program)) throw new Error("the viewer's program cannot stand inside a script element");
  await writeText("viewer-program.ts", "viewerProgram", program);
}

if (import.meta.main) await bundleViewer();

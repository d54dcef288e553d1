import path from "node:path";
import { build } from "esbuild";

const home = path.resolve(import.meta.dirname, "..");

/** The command line in one file that needs nothing but Node 20.9. */
export const bundleCli = (outfile: string) =>
  build({
    entryPoints: [path.join(home, "src/cli/main.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20.9",
    legalComments: "inline",
    logLevel: "warning",
  });

if (import.meta.main) await bundleCli(path.join(home, "dist/dvd-crypto.mjs"));

import path from "node:path";
import { build } from "esbuild";

const app = path.resolve(import.meta.dirname, "..");

/** One file with everything in it: it runs at an auditor's, who has nothing else of ours. */
export const bundleAudit = (outfile: string) =>
  build({
    entryPoints: [path.join(app, "src/main.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    logLevel: "warning",
    // Dependencies that still call `require` find it.
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  });

if (import.meta.main) await bundleAudit(path.join(app, "dist/dvd-audit.mjs"));

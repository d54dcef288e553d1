import path from "node:path";
import { build } from "esbuild";

const app = path.resolve(import.meta.dirname, "..");

/** One file with everything in it: a witness is run by people who have nothing else of ours. */
await build({
  entryPoints: [path.join(app, "src/main.ts")],
  outfile: path.join(app, "dist/main.mjs"),
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node24",
  sourcemap: true,
  logLevel: "warning",
  // Dependencies that still call `require` find it.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
});

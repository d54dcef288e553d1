import { cp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";

const app = path.resolve(import.meta.dirname, "..");
const dist = path.join(app, "dist");

/** The migrations of @dvd/db, found through its door: their place in this repository is its business. */
const migrations = path.resolve(createRequire(import.meta.url).resolve("@dvd/db/migrate"), "../../migrations");

/** One file per program, everything in it: it runs wherever there is a Node, without node_modules. */
async function bundle(entry: string, outfile: string) {
  await build({
    entryPoints: [path.join(app, "src", entry)],
    outfile: path.join(dist, outfile),
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
}

// A migration that was renamed must not stay behind and run.
await rm(dist, { recursive: true, force: true });
await bundle("main.ts", "main.mjs");
// `migrate` looks for its SQL one folder above itself, in the bundle as in the sources.
await bundle("migrate.ts", "migrate/main.mjs");
await cp(migrations, path.join(dist, "migrations"), { recursive: true });

import { spawnSync } from "node:child_process";
import { copyFile, cp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";
import { bundleViewer } from "./bundle-viewer.ts";
import { bundleWorker } from "./bundle-worker.ts";

const app = path.resolve(import.meta.dirname, "..");
const standalone = path.join(app, ".next/standalone/apps/web");

function buildPages() {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const { status } = spawnSync(process.execPath, [next, "build"], {
    cwd: app,
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Everything of ours in one file; `next` stays outside, because it finds its own parts by their place on disk. */
async function bundleServer() {
  await build({
    entryPoints: [path.join(app, "server.ts")],
    outfile: path.join(standalone, "app-server.mjs"),
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    external: ["next"],
    sourcemap: true,
    logLevel: "warning",
    // Dependencies that still call `require` find it.
    banner: {
      js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
    },
  });
}

await bundleWorker();
await bundleViewer();
buildPages();
await bundleServer();
await copyFile(path.join(app, "scripts/start-standalone.mjs"), path.join(standalone, "server.mjs"));
// Next leaves static files out because a content network could serve them; here the same server does.
await cp(path.join(app, ".next/static"), path.join(standalone, ".next/static"), { recursive: true });
// Next's own entry knows none of our routes; nobody should start it by mistake.
await rm(path.join(standalone, "server.js"));

// Becomes `server.mjs` of the built application: `node .next/standalone/apps/web/server.mjs`.
import { readFileSync } from "node:fs";

process.chdir(import.meta.dirname);
process.env.NODE_ENV = "production";
// Next would look for next.config.ts, which is not part of a built application. Set before anything of Next is loaded.
const { config } = JSON.parse(readFileSync(".next/required-server-files.json", "utf8"));
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);

await import("./app-server.mjs");

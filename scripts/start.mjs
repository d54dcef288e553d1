// `npm start`. Plain JavaScript without dependencies: it also runs on a Node that is too old for the rest, and then hands
// over to the one that came with the dependencies.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { dyingWithParent } from "./embedded/die-with-parent.mjs";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const canRunTypeScript = major > 22 || (major === 22 && minor >= 18);
const ownNode = [`../node_modules/node-linux-${process.arch}/bin/node`, "../node_modules/.bin/node"]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path));

if (canRunTypeScript) {
  const { main } = await import("./embedded/main.ts");
  process.exit(await main(process.argv.slice(2)));
} else if (ownNode === undefined) {
  console.error(
    `Node ${process.versions.node} ist zu alt, und es liegt kein eigenes bereit. Zuerst: npm run bootstrap`,
  );
  process.exit(1);
} else {
  handOver(ownNode);
}

/** @param {string} node */
function handOver(node) {
  const [command, args] = dyingWithParent("TERM", node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)]);
  const child = spawn(command, args, { stdio: "inherit" });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => child.kill(signal));
  child.once("exit", (code, signal) => process.exit(code ?? 128 + (constants.signals[signal ?? "SIGTERM"] ?? 0)));
}

// Runs before `npm start` and `npm test`: installs the dependencies when they are not the ones of the lockfile. Plain
// JavaScript without dependencies, for any Node from 20.9 on.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const pnpm = "pnpm@12.21.0";
const defaultRoot = fileURLToPath(new URL("..", import.meta.url));

const texts = {
  /** @param {string} version */
  nodeTooOld: (version) => `Node ${version} ist zu alt. Gebraucht wird Node 20.9 oder neuer: https://nodejs.org`,
  /** @param {string} platform @param {string} version */
  nodeMissing: (platform, version) =>
    `Für ${platform} bringt das Projekt kein eigenes Node mit (nur für Linux x64 und arm64 mit glibc). ` +
    `Hier wird Node 22.18 oder neuer gebraucht; gefunden: ${version}.`,
  npxMissing: "Das Programm „npx“ fehlt. Es gehört zu npm; installieren Sie npm zu diesem Node dazu.",
  installing: "Werkzeuge und Abhängigkeiten werden installiert (nur beim ersten Mal) …",
  /** @param {string} seconds */
  installed: (seconds) => `Installiert in ${seconds} s.`,
  /** @param {number | null} code */
  failed: (code) => `Die Installation ist fehlgeschlagen (${code ?? "abgebrochen"}). Ausgabe von pnpm:`,
};

/**
 * What is missing before an install can work, in words; undefined when nothing is.
 * @param {{ node: string, platform: string, arch: string, isGlibc: boolean }} machine
 */
export function findObstacle({ node, platform, arch, isGlibc }) {
  if (!isAtLeast(node, 20, 9)) return texts.nodeTooOld(node);
  const bringsOwnNode = platform === "linux" && isGlibc && (arch === "x64" || arch === "arm64");
  if (!bringsOwnNode && !isAtLeast(node, 22, 18)) return texts.nodeMissing(`${platform}-${arch}`, node);
  return undefined;
}

/** @param {string} root */
export function isInstalled(root) {
  const marker = markerFile(root);
  return existsSync(marker) && readFileSync(marker, "utf8") === fingerprint(root);
}

/** @param {string} root */
export function markInstalled(root) {
  mkdirSync(join(root, "node_modules"), { recursive: true });
  writeFileSync(markerFile(root), fingerprint(root));
}

/** @param {string} root */
const markerFile = (root) => join(root, "node_modules", ".bootstrap-of-lockfile");

/**
 * The same folder may be used on two machines, one after the other: the platform packages differ between them.
 * @param {string} root
 */
function fingerprint(root) {
  const hash = createHash("sha256").update(`${process.platform}-${process.arch}\n`);
  for (const name of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(readFileSync(join(root, name)));
  return hash.digest("hex");
}

/** @param {string} version @param {number} major @param {number} minor */
function isAtLeast(version, major, minor) {
  const [ownMajor = 0, ownMinor = 0] = version.split(".").map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}

function describeMachine() {
  const { platform, arch, versions } = process;
  return { node: versions.node, platform, arch, isGlibc: platform === "linux" && glibcVersion() !== undefined };
}

function glibcVersion() {
  // Without this the report looks up the names of all network peers first.
  Object.assign(process.report, { excludeNetwork: true });
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report.getReport());
  return report.header?.glibcVersionRuntime;
}

/** @param {string} root */
async function install(root) {
  const startedAt = performance.now();
  console.log(texts.installing);
  const child = spawn("npx", ["--yes", pnpm, "install", "--frozen-lockfile"], {
    cwd: root,
    // Without a terminal pnpm would stop at a question when it has to replace an older node_modules.
    env: { ...process.env, CI: "true", npm_config_update_notifier: "false" },
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  /** @type {Buffer[]} */
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(chunk));
  /** @type {number | null | "missing"} */
  const result = await new Promise((resolve) => {
    child.once("error", () => resolve("missing"));
    child.once("close", (code) => resolve(code));
  });
  if (result === "missing") return fail(texts.npxMissing);
  if (result !== 0) return fail(`${texts.failed(result)}\n${Buffer.concat(output).toString()}`);
  markInstalled(root);
  const seconds = ((performance.now() - startedAt) / 1000).toLocaleString("de-DE", { maximumFractionDigits: 1 });
  console.log(texts.installed(seconds));
}

/** @param {string} reason */
function fail(reason) {
  console.error(reason);
  process.exitCode = 1;
}

/** @param {string} root */
export async function bootstrap(root) {
  if (isInstalled(root)) return;
  const obstacle = findObstacle(describeMachine());
  if (obstacle === undefined) await install(root);
  else fail(obstacle);
}

const isStarted = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url);
if (isStarted) await bootstrap(defaultRoot);

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { EmbeddedError } from "./errors.ts";
import { isWorldReachable } from "./postgres-binaries.ts";

/** The account PostgreSQL runs as; undefined means: as ourselves. It refuses to run as root. */
export type Account = { uid: number; gid: number } | undefined;

const sharedFolder = "/var/lib/direktvermittlung";

/** The real folder of the cluster and who runs it. */
export function findPostgresHome(dataDir: string): { cluster: string; account: Account } {
  const uid = process.getuid?.();
  if (uid === undefined) throw new EmbeddedError("platform-unsupported", { platform: process.platform });
  if (uid !== 0) return { cluster: ownFolder(resolve(dataDir), uid), account: undefined };
  const cluster = reachableFolder(resolve(dataDir));
  return { cluster, account: existsSync(join(cluster, "PG_VERSION")) ? ownerOf(cluster) : serviceAccount() };
}

/** Removes the cluster, also where it lies elsewhere because of `reachableFolder`. */
export function removePostgresHome(dataDir: string): void {
  const cluster = existsSync(dataDir) ? realpathSync(dataDir) : dataDir;
  // Elsewhere it has a folder of its own, with the copy of the binaries.
  const isElsewhere = cluster.startsWith(`${sharedFolder}/`);
  for (const path of [isElsewhere ? dirname(cluster) : cluster, dataDir])
    rmSync(path, { recursive: true, force: true });
}

function ownFolder(dataDir: string, uid: number): string {
  mkdirSync(dirname(dataDir), { recursive: true, mode: 0o700 });
  if (!existsSync(dataDir)) return join(realpathSync(dirname(dataDir)), basename(dataDir));
  const cluster = realpathSync(dataDir);
  if (statSync(cluster).uid !== uid) throw new EmbeddedError("folder-other-owner", { folder: cluster });
  return cluster;
}

/**
 * As root the server runs under another account, which cannot walk into a home folder of mode 0700. The cluster then
 * lies below /var/lib and a link in the data folder shows where.
 */
function reachableFolder(dataDir: string): string {
  mkdirSync(dirname(dataDir), { recursive: true, mode: 0o711 });
  if (existsSync(dataDir)) return realpathSync(dataDir);
  const wanted = join(realpathSync(dirname(dataDir)), basename(dataDir));
  if (isWorldReachable(dirname(wanted))) return wanted;
  const name = createHash("sha256").update(wanted).digest("hex").slice(0, 16);
  const cluster = join(sharedFolder, name, basename(dataDir));
  mkdirSync(dirname(cluster), { recursive: true, mode: 0o711 });
  rmSync(dataDir, { force: true });
  symlinkSync(cluster, dataDir);
  return cluster;
}

/** A cluster stays with the account that made it, even when a `postgres` account is created later. */
function ownerOf(cluster: string): Account {
  const { uid, gid } = statSync(cluster);
  return { uid, gid };
}

function serviceAccount(): Account {
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const wanted of ["postgres", "nobody"]) {
    const [, , uid, gid] = accounts.find(([name]) => name === wanted) ?? [];
    if (uid !== undefined && gid !== undefined && Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new EmbeddedError("postgres-failed", { step: "find an account that is not root" });
}

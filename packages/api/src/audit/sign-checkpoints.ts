import { importSigningKey, type SigningKey, signingKeyId, toHex } from "@dvd/crypto";
import {
  type AuditHead,
  findHead,
  keepCheckpoint,
  listChains,
  listLinked,
  lockCheckpoints,
  noteCheck,
} from "@dvd/db/repositories/audit";
import { readPublic, type TenantTx, withTenant } from "@dvd/db/tenant";
import type { CheckpointKind } from "@dvd/domain/audit/chain";
import type { TenantId } from "@dvd/domain/ids";
import type { WorkerDeps } from "../context.ts";
import { BrokenChain, type ChainAnchors, createChainCheck } from "./chain-check.ts";
import {
  type Checkpoint,
  hashOfLine,
  readLine,
  signedLine,
  verifyCheckpoints,
  type VerifiedCheckpoints,
} from "./checkpoint.ts";
import { type CheckpointFiles, checkpointFiles } from "./checkpoint-files.ts";

export type AuditKeeper = {
  key: SigningKey;
  /** Public keys of this keeper, the current one and those of the past. */
  keys: ReadonlyMap<string, Uint8Array>;
  files: CheckpointFiles;
};

/** `formerKeys`: public halves. A file goes on when the key changes, so its first lines are signed by another one. */
type KeeperSettings = { key: Uint8Array; formerKeys: readonly Uint8Array[]; directory: string };

export async function openAuditKeeper({ key: own, formerKeys, directory }: KeeperSettings): Promise<AuditKeeper> {
  const key = await importSigningKey(own);
  const known = [key.spki, ...formerKeys].map(async (spki) => [toHex(await signingKeyId(spki)), spki] as const);
  return { key, keys: new Map(await Promise.all(known)), files: checkpointFiles(directory) };
}

export type AuditDeps = Pick<WorkerDeps, "db" | "now" | "randomBytes" | "log">;

/** `since-last`: what came after the newest checkpoint, and that this one still stands. `whole`: from the first record on. */
export type Depth = "since-last" | "whole";

/** Signs where each chain stands, after it has looked at what it signs. Nothing broken is signed. */
export async function signCheckpoints(deps: AuditDeps, keeper: AuditKeeper, depth: Depth): Promise<void> {
  await forEachChain(deps, (tx, chain) => signChain(deps, keeper, tx, chain, depth));
}

/** Each in its own transaction: what fails in one chain is told, and is no reason to leave the others. */
export async function forEachChain(
  { db, log }: Pick<AuditDeps, "db" | "log">,
  work: (tx: TenantTx, chain: TenantId) => Promise<void>,
): Promise<void> {
  for (const chain of await readPublic(db, listChains))
    await withTenant(db, { tenantId: chain }, (tx) => work(tx, chain)).catch((error: unknown) =>
      log.event("audit.failed", { chain, error }),
    );
}

async function signChain(deps: AuditDeps, keeper: AuditKeeper, tx: TenantTx, chain: TenantId, depth: Depth) {
  await lockCheckpoints(tx);
  const head = await findHead(tx, chain);
  const lines = await keeper.files.lines(chain);
  if (!head && lines.length === 0) return;
  try {
    const written = await verifyCheckpoints(lines, chain, keeper.keys);
    await checkChain(tx, chain, written, depth);
    if (head && written.newest?.seq !== head.seq) {
      const line = await enterLine(deps, keeper, tx, { kind: "CHECKPOINT", chain, place: head, written });
      await keeper.files.append(chain, line);
      deps.log.event("audit.signed", { chain, size: head.seq });
    }
    await noteCheck(tx, chain, { at: deps.now(), fault: null });
  } catch (error) {
    if (!(error instanceof BrokenChain)) throw error;
    const { fault: kind, seq } = error;
    deps.log.event("audit.broken", { chain, fault: kind, seq });
    await noteCheck(tx, chain, { at: deps.now(), fault: { kind, seq } });
  }
}

async function checkChain(tx: TenantTx, chain: TenantId, written: VerifiedCheckpoints, depth: Depth) {
  const { newest } = written;
  const check = createChainCheck(chain, depth === "whole" || !newest ? written : await anchorsAfter(tx, chain, newest));
  let next = depth === "whole" || !newest ? 1 : newest.seq + 1;
  for (;;) {
    const rows = await listLinked(tx, chain, next, pageSize);
    for (const { seq, record, link } of rows) check.push({ seq, record, link: toHex(link) });
    const last = rows.at(-1);
    if (!last) break;
    next = last.seq + 1;
  }
  check.end();
}

const pageSize = 1_000;

/** The record that was signed last must still be there as it was; from it the chain goes on. */
async function anchorsAfter(tx: TenantTx, chain: TenantId, { seq, link }: Checkpoint): Promise<ChainAnchors> {
  const [known] = await listLinked(tx, chain, seq, 1);
  if (!known) throw new BrokenChain("cut", seq);
  if (known.seq !== seq) throw new BrokenChain("missing", seq);
  if (toHex(known.link) !== link) throw new BrokenChain("recomputed", seq);
  return { starts: [{ seq, link }], signed: new Map() };
}

type NewLine = {
  kind: CheckpointKind;
  chain: TenantId;
  place: Pick<AuditHead, "seq" | "link">;
  written: VerifiedCheckpoints;
};

/**
 * Signs the next line and enters the database's copy of it. The caller appends it to the file as the last thing before the
 * transaction ends: then no row is gone that was not announced outside, and no line is outside of what did not happen.
 * After a crash in between, the copy of the last line is made with the next one.
 */
export async function enterLine(
  deps: Pick<AuditDeps, "now">,
  { key }: AuditKeeper,
  tx: TenantTx,
  { kind, chain, place, written }: NewLine,
): Promise<string> {
  const { count, lastLine } = written;
  const checkpoint = {
    kind,
    chain,
    seq: place.seq,
    link: toHex(place.link),
    at: deps.now().toISOString(),
    previous: lastLine === null ? null : hashOfLine(lastLine),
  };
  const line = await signedLine(checkpoint, key);
  if (lastLine !== null) await copyLine(tx, chain, count, lastLine);
  await copyLine(tx, chain, count + 1, line);
  return line;
}

/** Another line in its place: the file was begun anew, or somebody has taken lines out of one of the two. */
async function copyLine(tx: TenantTx, tenantId: TenantId, number: number, line: string) {
  const read = readLine(line);
  if (!read) throw new Error("a line that was verified can be read");
  const { kind, seq } = read.checkpoint;
  const isKept = await keepCheckpoint(tx, { tenantId, number, seq, kind, line });
  if (!isKept) throw new BrokenChain("checkpoint", seq);
}

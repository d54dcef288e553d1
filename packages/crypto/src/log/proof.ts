import { copyOf, fromHex, toHex } from "../bytes.ts";
import { refuseUnless } from "../errors.ts";
import { verifyCheckpoint, type LogPolicy } from "./cosignature.ts";
import { entryBytes, entryOf } from "./entry.ts";
import { leafHash, verifyConsistency, verifyInclusion, type TreeHead } from "./merkle.ts";

/** A log as somebody has seen it: remembered in the vault, and told to the other side in `meta.log` (root in hex). */
export type LogPin = { readonly size: number; readonly root: string };

/** Where a statement stands in the log, and the path from there to the root of the checkpoint. */
export type LogPlace = { readonly index: number; readonly path: readonly Uint8Array[] };

export type LogProof = {
  readonly checkpoint: string;
  /** From the remembered size to the one of the checkpoint; empty when nothing is remembered or nothing has grown. */
  readonly consistency: readonly Uint8Array[];
  /** One place per statement, in the same order. */
  readonly places: readonly LogPlace[];
};

export type VerifyLoggedInput = {
  /** Payloads as they were signed, for instance all those of a directory. */
  payloads: readonly Uint8Array[];
  proof: LogProof;
  policy: LogPolicy;
  pin: LogPin | undefined;
  now: Date;
};

/**
 * Every one of these statements stands in the log, which has only grown since it was seen last. Returns what to remember
 * from now on. Throws, in this order: the codes of the checkpoint, E_LOG_FORK, E_LOG_CONSISTENCY, E_STATEMENT,
 * E_LOG_INCLUSION. There is no partial result.
 */
export async function verifyLogged({ payloads, proof, policy, pin, now }: VerifyLoggedInput) {
  const { size, root, witnessedAt } = await verifyCheckpoint(proof.checkpoint, policy, now);
  const seen: LogPin = { size, root: toHex(root) };
  await verifyGrowth(pin, seen, proof.consistency);
  refuseUnless(proof.places.length === payloads.length, "E_LOG_INCLUSION");
  await Promise.all(
    proof.places.map(async ({ index, path }, at) => {
      const payload = payloads[at] ?? new Uint8Array();
      const leaf = await leafHash(entryBytes(await entryOf(payload)));
      await verifyInclusion({ leaf, index, size, root, path: path.map(copyOf) });
    }),
  );
  return { pin: seen, witnessedAt };
}

/**
 * E_LOG_FORK: two roots for one size, or a log that has shrunk. E_LOG_CONSISTENCY: it has grown, but not from there.
 * Also for gossip: of the own view and the one in the other side's `meta.log`, the smaller is `older`.
 */
export async function verifyGrowth(older: LogPin | undefined, newer: LogPin, proof: readonly Uint8Array[]) {
  const nodes = proof.map(copyOf);
  if (older === undefined) return refuseUnless(nodes.length === 0, "E_LOG_CONSISTENCY");
  refuseUnless(older.size < newer.size || (older.size === newer.size && older.root === newer.root), "E_LOG_FORK");
  await verifyConsistency(headOf(older), headOf(newer), nodes);
}

const headOf = ({ size, root }: LogPin): TreeHead => ({ size, root: fromHex(root) });

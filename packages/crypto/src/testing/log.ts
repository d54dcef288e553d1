import { toHex, utf8, type Bytes } from "../bytes.ts";
import { parseCheckpoint, signCheckpoint, type NamedSigner } from "../log/checkpoint.ts";
import { cosign, type LogPolicy } from "../log/cosignature.ts";
import { entryBytes, entryOf } from "../log/entry.ts";
import { leafHash } from "../log/merkle.ts";
import type { LogPin, LogProof } from "../log/proof.ts";
import { createTree } from "../log/tree.ts";
import { generateSigningKey } from "../keys/signing.ts";
import { unitId } from "./fixtures.ts";

export const origin = "log.example/keys";
export const hour = 3_600_000;

export const namedSigner = async (name: string): Promise<NamedSigner> => ({
  name,
  key: (await generateSigningKey()).key,
});

export const knownAs = ({ name, key }: NamedSigner) => ({ name, spki: key.spki });

/** Statements to be logged. Nobody has signed them: a log proves that something was published, not that it is right. */
export const payload = (seq: number): Bytes =>
  utf8(
    JSON.stringify({
      type: "members",
      authority: "stadt-musterhausen",
      unit_id: unitId,
      seq,
      members: [],
      not_before: "2026-11-01T00:00:00.000Z",
      expires: "2027-11-01T00:00:00.000Z",
    }),
  );

/** A log with three witnesses, two of which have to agree, as an honest operator would run it. */
export async function makeLog(payloads: readonly Uint8Array[]) {
  const log = await namedSigner(origin);
  const witnesses = await Promise.all(["w1.example", "w2.example", "w3.example"].map(namedSigner));
  const tree = createTree();
  for (const one of payloads) await tree.append(await leafHash(entryBytes(await entryOf(one))));
  const policy: LogPolicy = {
    origin,
    logKey: log.key.spki,
    witnesses: witnesses.map(knownAs),
    threshold: 2,
    maxAgeMs: 24 * hour,
  };
  const checkpoint = async (size = tree.size()) => signCheckpoint({ size, root: await tree.root(size) }, log);
  const pinAt = async (size: number): Promise<LogPin> => ({ size, root: toHex(await tree.root(size)) });
  const proofOf = async (
    note: string,
    indexes: readonly number[],
    size = tree.size(),
    since = 0,
  ): Promise<LogProof> => ({
    checkpoint: note,
    consistency: await tree.consistency(since, size),
    places: await Promise.all(indexes.map(async (index) => ({ index, path: await tree.inclusion(index, size) }))),
  });
  return { log, witnesses, tree, policy, checkpoint, pinAt, proofOf };
}

export async function cosigned(note: string, witnesses: readonly NamedSigner[], at: Date): Promise<string> {
  const checkpoint = await parseCheckpoint(note);
  const lines = await Promise.all(witnesses.map((witness) => cosign(checkpoint, witness, at)));
  return note + lines.join("");
}

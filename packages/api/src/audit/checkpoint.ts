import { createHash } from "node:crypto";
import { isAuditCheckpointSigned, type SigningKey, signAuditCheckpoint, toHex } from "@dvd/crypto";
import { checkpointKinds } from "@dvd/domain/audit/chain";
import { z } from "zod";
import { BrokenChain, type ChainAnchors, genesis, type Place } from "./chain-check.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const bodyShape = z.strictObject({
  kind: z.enum(checkpointKinds),
  chain: z.uuid(),
  /** CHECKPOINT: the newest record. PRUNED: the last one that goes. */
  seq: z.int().positive(),
  link: hash,
  at: z.iso.datetime({ precision: 3 }),
  /** SHA-256 of the line before, so that none can be taken out of the file either; null in the first one. */
  previous: hash.nullable(),
});
export type Checkpoint = z.output<typeof bodyShape>;

const lineShape = z.strictObject({ body: z.string(), key: hash, signature: z.base64() });

export const hashOfLine = (line: string) => createHash("sha256").update(line).digest("hex");

/** One line of a checkpoint file. What is signed is the text of the body, as it stands there. */
export async function signedLine(checkpoint: Checkpoint, key: SigningKey): Promise<string> {
  const body = JSON.stringify(bodyShape.parse(checkpoint));
  const signature = Buffer.from(await signAuditCheckpoint(body, key)).toString("base64");
  return JSON.stringify({ body, key: toHex(key.keyId), signature });
}

/** Null for what is no checkpoint at all, such as a line that a crash has torn. Proves nothing. */
export function readLine(line: string) {
  try {
    const { body, key, signature } = lineShape.parse(JSON.parse(line));
    return { checkpoint: bodyShape.parse(JSON.parse(body)), body, key, signature };
  } catch {
    return null;
  }
}

/** Public key by key id. */
export type CheckpointKeys = ReadonlyMap<string, Uint8Array>;

export type VerifiedCheckpoints = ChainAnchors & {
  newest: Checkpoint | null;
  /** How many lines there are, and the last of them, of whatever kind: the next one names it. */
  count: number;
  lastLine: string | null;
  /** Lines that a crash has torn. Who tears one out of the middle breaks the row of hashes. */
  unreadable: number;
};

/** The lines of one file, in their order. Throws `BrokenChain("checkpoint")` at one that was changed, moved or taken out. */
export async function verifyCheckpoints(
  lines: readonly string[],
  chain: string,
  keys: CheckpointKeys,
): Promise<VerifiedCheckpoints> {
  const signed = new Map<number, string>();
  const starts: Place[] = [genesis];
  let newest: Checkpoint | null = null;
  let lastLine: string | null = null;
  let count = 0;
  let unreadable = 0;
  for (const line of lines) {
    const read = readLine(line);
    if (!read) {
      unreadable += 1;
      continue;
    }
    const { checkpoint, body, key, signature } = read;
    const spki = keys.get(key);
    const isProven = spki && (await isAuditCheckpointSigned(body, Buffer.from(signature, "base64"), spki));
    const previous = lastLine === null ? null : hashOfLine(lastLine);
    if (!isProven || checkpoint.previous !== previous || checkpoint.chain !== chain)
      throw new BrokenChain("checkpoint", checkpoint.seq);
    const { kind, seq, link } = checkpoint;
    signed.set(seq, link);
    if (kind === "PRUNED") starts.push({ seq, link });
    else newest = checkpoint;
    count += 1;
    lastLine = line;
  }
  return { signed, starts, newest, count, lastLine, unreadable };
}

import { concat, readerOf, toHex, u64, utf8, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { isSignedBy, sign, signingKeyId } from "../keys/signing.ts";
import { signature } from "../suite.ts";
import {
  namePattern,
  parseCheckpoint,
  signatureBy,
  signatureLine,
  verifyLogSignature,
  type Checkpoint,
  type NamedKey,
  type NamedSigner,
} from "./checkpoint.ts";

export type LogPolicy = {
  origin: string;
  /** SPKI, as all keys here. */
  logKey: Uint8Array;
  witnesses: readonly NamedKey[];
  /** So many different witnesses must have seen the checkpoint, none of them longer ago than `maxAgeMs`. */
  threshold: number;
  maxAgeMs: number;
};

/** How far a witness may be ahead of the reader: clocks of citizens may be a day behind, as for statements. */
export const clockToleranceMs = 24 * 3_600_000;

const signedMessage = (seconds: bigint, body: string): Bytes => utf8(`cosignature/v1\ntime ${seconds}\n${body}`);

/** The line that a witness adds: "at this time, this was the largest tree I had seen, and it had only ever grown". */
export async function cosign(checkpoint: Checkpoint, witness: NamedSigner, now: Date): Promise<string> {
  const seconds = BigInt(Math.floor(now.getTime() / 1000));
  const signed = await sign(witness.key, signedMessage(seconds, checkpoint.body));
  return signatureLine("cosignature", witness, concat(u64(seconds), signed));
}

/** When this witness signed; undefined when it did not. A wrong cosignature spoils the note: somebody has forged. */
async function cosignedAt(checkpoint: Checkpoint, witness: NamedKey): Promise<number | undefined> {
  const value = await signatureBy("cosignature", checkpoint, witness);
  if (value === undefined) return undefined;
  refuseUnless(value.length === 8 + signature.length, "E_LOG_WITNESS");
  const reader = readerOf(value);
  const seconds = reader.u64();
  const isGenuine = await isSignedBy(
    witness.spki,
    signedMessage(seconds, checkpoint.body),
    reader.take(signature.length),
  );
  refuseUnless(isGenuine, "E_LOG_WITNESS");
  return Number(seconds) * 1000;
}

/**
 * Returns the time for which the quorum stands: that of its oldest cosignature, when it is made up of the newest ones.
 * E_LOG_WITNESS: forged, or too few; a time in the future does not count. E_LOG_OLD: enough of them, too long ago.
 */
async function verifyQuorum(checkpoint: Checkpoint, policy: LogPolicy, now: Date): Promise<Date> {
  const times = await Promise.all(policy.witnesses.map((witness) => cosignedAt(checkpoint, witness)));
  const newestFirst = times
    .filter((time) => time !== undefined)
    .filter((time) => time <= now.getTime() + clockToleranceMs)
    .toSorted((a, b) => b - a);
  const oldest = newestFirst[policy.threshold - 1];
  if (oldest === undefined) throw new CryptoError("E_LOG_WITNESS");
  refuseUnless(now.getTime() - oldest <= policy.maxAgeMs, "E_LOG_OLD");
  return new Date(oldest);
}

/** E_LOG_POLICY, E_KEY: a mistake in our own settings. One key under two names, or the log as its own witness, counts twice. */
async function checkPolicy({ origin, logKey, witnesses, threshold, maxAgeMs }: LogPolicy): Promise<void> {
  const keyIds = await Promise.all([logKey, ...witnesses.map(({ spki }) => spki)].map(signingKeyId));
  const isSound =
    [origin, ...witnesses.map(({ name }) => name)].every((name) => namePattern.test(name)) &&
    new Set(keyIds.map(toHex)).size === keyIds.length &&
    Number.isSafeInteger(threshold) &&
    threshold >= 1 &&
    threshold <= witnesses.length &&
    maxAgeMs >= 0;
  refuseUnless(isSound, "E_LOG_POLICY");
}

/** A checkpoint of this log, seen by its witnesses. E_KEY, E_LOG_POLICY, _FORMAT, _ORIGIN, _SIG, _WITNESS, _OLD, in this order. */
export async function verifyCheckpoint(note: string, policy: LogPolicy, now: Date) {
  await checkPolicy(policy);
  const checkpoint = await parseCheckpoint(note);
  refuseUnless(checkpoint.origin === policy.origin, "E_LOG_ORIGIN");
  await verifyLogSignature(checkpoint, policy.logKey);
  return { size: checkpoint.size, root: checkpoint.root, witnessedAt: await verifyQuorum(checkpoint, policy, now) };
}

import {
  checkpointMaxAgeMs,
  CryptoError,
  type Directory,
  type LogPin,
  logPolicyOf,
  parseCheckpoint,
  type Vault,
  verifyDirectory,
  verifyLogged,
} from "@dvd/crypto";
import { fromBase64 } from "./base64.ts";
import type { KeysAnswer } from "./wire-types.ts";

type Pins = Vault["pins"];
type SeenLog = LogPin & { origin: string };
/** `grownFrom`: root of the log that was remembered when this one was verified, null for a first look. */
type VerifiedLog = SeenLog & { grownFrom: string | null };

/** What an authority has signed and everybody could have seen. */
export type TrustedDirectory = Directory & { log: VerifiedLog };

export const noPins: Pins = { roots: {}, epochs: {}, heads: {} };

/**
 * What an authority has signed, verified under what the vault remembers of it, and proven to stand in the public log.
 * `wanted` is the authority that was asked for: the server's answer may not choose another one, because for another one
 * there is no pin.
 */
export async function readDirectory(
  wanted: string,
  answer: KeysAnswer,
  pins: Pins,
  now: Date,
): Promise<TrustedDirectory> {
  if (answer.authority !== wanted) throw new CryptoError("E_STATEMENT_CONTEXT");
  const statements = answer.statements.map(({ payload, signature }) => ({
    payload: fromBase64(payload),
    signature: fromBase64(signature),
  }));
  const directory = await verifyDirectory({
    authority: wanted,
    statements,
    now,
    pinnedRoot: pins.roots[wanted],
    pinnedEpochs: pins.epochs,
    pinnedSeqs: pins.heads[wanted],
  });
  const payloads = statements.map(({ payload }) => payload);
  const { log, witnessedAt } = await readLog(directory, payloads, answer.log, pins.log, now);
  return {
    ...directory,
    log,
    isFreshAt: (at) => directory.isFreshAt(at) && at.getTime() - witnessedAt.getTime() <= checkpointMaxAgeMs,
  };
}

async function readLog(
  { logPolicy }: Directory,
  payloads: readonly Uint8Array[],
  { checkpoint, consistency, places }: KeysAnswer["log"],
  pin: SeenLog | undefined,
  now: Date,
) {
  if (pin && pin.origin !== logPolicy.origin) throw new CryptoError("E_LOG_ORIGIN");
  const { size } = await parseCheckpoint(checkpoint);
  const proof = {
    checkpoint,
    // Another answer, asked for at the same time, may have brought the pin here already; the roots are compared below.
    consistency: pin?.size === size ? [] : consistency.map(fromBase64),
    places: places.map(({ index, path }) => ({ index, path: path.map(fromBase64) })),
  };
  // How old it may be is a question of what one wants to do: see `isFreshAt`.
  const policy = logPolicyOf(logPolicy, Number.MAX_SAFE_INTEGER);
  const logged = await verifyLogged({ payloads, proof, policy, pin, now });
  const log = { origin: policy.origin, ...logged.pin, grownFrom: pin?.root ?? null };
  return { log, witnessedAt: logged.witnessedAt };
}

/**
 * Remembers root, numbers, key epochs and log from now on. False when nothing was new. Throws E_ROOT_CHANGED when another
 * answer, verified at the same time, has brought another root: both were a first meeting, and one of them was a lie.
 */
export function pinDirectory(directory: TrustedDirectory, unitIds: readonly string[], pins: Pins): boolean {
  const before = JSON.stringify(pins);
  const { authority, rootFingerprint, seqs, log } = directory;
  if ((pins.roots[authority] ?? rootFingerprint) !== rootFingerprint) throw new CryptoError("E_ROOT_CHANGED");
  pins.roots[authority] = rootFingerprint;
  const seen = pins.heads[authority] ?? seqs;
  pins.heads[authority] = {
    authority: Math.max(seen.authority, seqs.authority),
    policy: Math.max(seen.policy, seqs.policy),
    head: Math.max(seen.head, seqs.head),
  };
  for (const unitId of unitIds) {
    const epoch = directory.unitKey(unitId)?.epoch;
    if (epoch !== undefined) pins.epochs[unitId] = Math.max(pins.epochs[unitId] ?? 0, epoch);
  }
  // It has grown out of what was remembered when it was verified. If that has moved since, nothing links the two yet.
  const { grownFrom, ...seenLog } = log;
  if (grownFrom === (pins.log?.root ?? null) && seenLog.size > (pins.log?.size ?? 0)) pins.log = seenLog;
  return JSON.stringify(pins) !== before;
}

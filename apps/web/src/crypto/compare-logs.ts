import { CryptoError, type LogPin, verifyGrowth } from "@dvd/crypto";
import { fromBase64 } from "./base64.ts";

/**
 * Citizen and office tell each other in their sealed messages which key log they have seen. A server that shows two of
 * them two different logs, and so two different keys, would have to read and change these messages to hide it.
 */
const newestOf = (seen: readonly LogPin[]): LogPin | undefined => seen.toSorted((a, b) => b.size - a.size)[0];

/** The sizes between which the server has to prove growth. Throws E_LOG_FORK when one size has two roots. */
export function logToCompare(own: LogPin, seen: readonly LogPin[], compared: ReadonlySet<string>) {
  for (const { size, root } of seen) if (size === own.size && root !== own.root) throw new CryptoError("E_LOG_FORK");
  const newest = newestOf(seen);
  if (!newest || newest.root === own.root || compared.has(newest.root)) return null;
  return { from: Math.min(own.size, newest.size), to: Math.max(own.size, newest.size) };
}

/** Throws E_LOG_CONSISTENCY when the larger log has not grown out of the smaller one. */
export async function compareLogs(
  own: LogPin,
  seen: readonly LogPin[],
  compared: Set<string>,
  consistency: readonly string[],
) {
  const newest = newestOf(seen);
  if (!newest) return;
  const [older, newer] = own.size < newest.size ? [own, newest] : [newest, own];
  await verifyGrowth(older, newer, consistency.map(fromBase64));
  compared.add(newest.root);
}

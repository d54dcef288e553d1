import { CryptoError, type LogPin, verifyGrowth } from "@dvd/crypto";
import { fromBase64 } from "./base64.ts";

/** The server proves so many steps in one answer; what is older waits for the next time. */
const mostSteps = 32;

const nameOf = ({ size, root }: LogPin) => `${size} ${root}`;

/**
 * Citizen and office tell each other in their sealed messages which key log they have seen. A server that shows two of
 * them two different logs, and so two different keys, would have to read and change these messages to hide it.
 *
 * Gives the logs between which growth has to be proven, in the order of their size; our own is one of them. Nothing when
 * all of them are known to be ours. Throws E_LOG_FORK when one size has two roots.
 */
export function logsToCompare(own: LogPin, seen: readonly LogPin[], compared: ReadonlySet<string>): LogPin[] {
  const all = new Map([own, ...seen].map(({ size, root }) => [nameOf({ size, root }), { size, root }]));
  const bySize = [...all.values()].toSorted((a, b) => a.size - b.size);
  if (bySize.some(({ size }, at) => size === bySize[at - 1]?.size)) throw new CryptoError("E_LOG_FORK");
  const unknown = bySize.filter((log) => nameOf(log) !== nameOf(own) && !compared.has(nameOf(log))).slice(-mostSteps);
  if (unknown.length === 0) return [];
  return [own, ...unknown].toSorted((a, b) => a.size - b.size);
}

/** `growth[i]` leads from log i to the next one. Throws E_LOG_CONSISTENCY when one has not grown out of the one before. */
export async function compareLogs(
  logs: readonly LogPin[],
  growth: readonly (readonly string[])[],
  compared: Set<string>,
) {
  for (const [at, newer] of logs.entries()) {
    const older = logs[at - 1];
    if (older) await verifyGrowth(older, newer, (growth[at - 1] ?? []).map(fromBase64));
  }
  for (const log of logs) compared.add(nameOf(log));
}

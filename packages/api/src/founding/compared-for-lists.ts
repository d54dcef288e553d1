import type { ProposedKey } from "./publish-unit-keys.ts";

type FirstKey = Pick<ProposedKey, "digits" | "proposerDigits">;

/**
 * The digits that say whom to take into signed lists. Those that came along with the digits of a first key say whose key it is, and
 * nothing about other units of that person: these the key office is shown first, and takes them in with its next run.
 */
export function comparedForLists(keys: readonly FirstKey[], compared: ReadonlySet<string>): Set<string> {
  const used = new Set(keys.flatMap((key) => (compared.has(key.digits) ? [key.proposerDigits] : [])));
  return new Set([...compared].filter((digits) => !used.has(digits)));
}

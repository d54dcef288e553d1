import { CryptoError, formatFingerprint } from "@dvd/crypto";
import { noPins, readDirectory } from "./trust.ts";
import type { KeysAnswer } from "./wire-types.ts";

/**
 * The office's authority as it signs for itself, for somebody who has no account yet and so remembers nobody: what is
 * shown can be compared with paper before anything is sent. The pin is made, and checked, when the case begins.
 */
export async function inspectOffice(tenantId: string, unitId: string, answer: KeysAnswer, now: Date) {
  const directory = await readDirectory(tenantId, answer, noPins, now);
  // Without a key of the unit there is nothing to seal for: the statements do not speak of this office.
  if (!directory.unitKey(unitId)) throw new CryptoError("E_STATEMENT_CONTEXT");
  return { authorityName: directory.name, fingerprint: formatFingerprint(directory.rootFingerprint) };
}

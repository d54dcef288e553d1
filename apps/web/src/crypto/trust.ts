import { CryptoError, type Directory, verifyDirectory } from "@dvd/crypto";
import { fromBase64 } from "./base64.ts";
import type { KeysAnswer } from "./wire-types.ts";

type Pins = { roots: Record<string, string>; epochs: Record<string, number> };

/**
 * What an authority has signed, verified under what the vault remembers of it. `wanted` is the authority that was asked
 * for: the server's answer may not choose another one, because for another one there is no pin.
 */
export async function readDirectory(wanted: string, answer: KeysAnswer, pins: Pins, now: Date): Promise<Directory> {
  if (answer.authority !== wanted) throw new CryptoError("E_STATEMENT_CONTEXT");
  const pinnedRoot = pins.roots[wanted];
  return verifyDirectory({
    authority: wanted,
    statements: answer.statements.map(({ payload, signature }) => ({
      payload: fromBase64(payload),
      signature: fromBase64(signature),
    })),
    now,
    ...(pinnedRoot && { pinnedRoot }),
    pinnedEpochs: pins.epochs,
  });
}

/** Remembers root and key epochs from now on. False when nothing was new. */
export function pinDirectory(directory: Directory, unitIds: readonly string[], pins: Pins): boolean {
  const { authority, rootFingerprint } = directory;
  const isNewRoot = pins.roots[authority] !== rootFingerprint;
  pins.roots[authority] = rootFingerprint;
  const raised = unitIds.filter((unitId) => (directory.unitKey(unitId)?.epoch ?? 0) > (pins.epochs[unitId] ?? 0));
  for (const unitId of raised) pins.epochs[unitId] = directory.unitKey(unitId)?.epoch ?? 0;
  return isNewRoot || raised.length > 0;
}

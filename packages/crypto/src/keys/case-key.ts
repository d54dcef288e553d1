import type { Bytes } from "../bytes.ts";
import { randomBytes, type RandomSource } from "../random.ts";

/**
 * The key of a case in one generation. Every document and message of the case has its own key derived from it.
 * `scopeId` names the key scope: the 16 bytes of the case's id, so that the key of one case cannot pass for another's.
 */
export type CaseKey = { readonly scopeId: Bytes; readonly generation: number; readonly secret: Bytes };

export const caseSecretLength = 32;

export const generateCaseKey = (random: RandomSource = randomBytes): CaseKey => ({
  scopeId: random(16),
  generation: 1,
  secret: random(caseSecretLength),
});

import { CryptoError, type Deputy, type Directory, verifyMandate } from "@dvd/crypto";
import { fromBase64 } from "./base64.ts";
import type { CaseAnswer } from "./wire-types.ts";

/** Who speaks in a case for one of its unit. A mandate that is not proven is as good as none. */
export async function deputiesOf(
  { mandates, summary: { unitId, caseId } }: CaseAnswer,
  directory: Directory,
): Promise<Deputy[]> {
  const { authority, authors } = directory;
  const expect = { authority, unitId, caseId };
  const proven = mandates.map(({ payload, signature }) => {
    const signed = { payload: fromBase64(payload), signature: fromBase64(signature) };
    return verifyMandate({ signed, authors, expect }).catch((error: unknown) => {
      if (error instanceof CryptoError) return [];
      throw error;
    });
  });
  return (await Promise.all(proven)).flat();
}

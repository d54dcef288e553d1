import { CryptoError } from "@dvd/crypto";
import type { AssuranceLevel } from "@dvd/domain/assurance";
import { keyHolder } from "../../crypto/client.ts";
import type { CaseAnswer } from "../../crypto/wire-types.ts";
import { openUnits } from "../keys/open-account.ts";
import { readKeys } from "../keys/read-keys.ts";
import { isOldVault, type SavePins } from "../keys/save-pins.ts";
import type { ApiClient } from "../trpc/client.ts";

export type OpenedCase = CaseAnswer & {
  /** The authority's key in digits, as it stands on paper. */
  fingerprint: string;
  /** For officials: how the citizen was logged in when the case came. */
  login: { assurance: AssuranceLevel } | null;
  /** False for an official whom the authority has not signed for in this unit: the citizen's device would believe nothing. */
  maySpeak: boolean;
  /** False when nobody has confirmed the authority's keys for days: one can read, and nothing is sent. */
  isFresh: boolean;
  /** For officials: the last request for a copy, as far as it can be proven. */
  copy: { fingerprint: string; isObjected: boolean } | null;
  /** False until a message of the citizen has opened, where the key comes from a member of the unit. */
  isKeyProven: boolean;
  /** For officials: for the present key of the unit a member has sealed something else than this case's key. */
  isWronglySealed: boolean;
};

export type CasePorts = { client: ApiClient; savePins: SavePins };

/** For officials. Fetches a case and opens its key in the worker. Every look of an official is recorded, so nobody calls this in advance. */
export async function openCase(ports: CasePorts, caseId: string): Promise<OpenedCase> {
  const answer = await ports.client.cases.getCase.query({ caseId });
  return openAnswer(ports, caseId, answer).catch(async (error: unknown) => {
    if (!(error instanceof CryptoError) || error.code !== "E_KEY") throw error;
    // The unit may have a new key since this page was opened.
    await openUnits({ ...ports, keys: keyHolder() });
    return openAnswer(ports, caseId, answer);
  });
}

/** `accepted` are the digits of an authority that a citizen has just seen and taken as the right one. */
export async function openAnswer(
  { client, savePins }: CasePorts,
  caseId: string,
  answer: CaseAnswer,
  accepted?: string,
) {
  const statements = await readKeys(client, keyHolder(), answer.tenantId);
  const { vaultUpdate, ...opened } = await keyHolder().openCase(caseId, answer, statements, accepted);
  // Another device was faster. What was newly seen is remembered here, and saved with the next change.
  await savePins(vaultUpdate).catch((error: unknown) => {
    if (!isOldVault(error)) throw error;
  });
  return { ...answer, ...opened };
}

import type { AssuranceLevel } from "@dvd/domain/assurance";
import { keyHolder } from "../../crypto/client.ts";
import type { CaseAnswer } from "../../crypto/wire-types.ts";
import { readKeys } from "../keys/read-keys.ts";
import { isOldVault, type SavePins } from "../keys/save-pins.ts";
import type { ApiClient } from "../trpc/client.ts";

export type OpenedCase = CaseAnswer & {
  /** The authority's key in digits, as it stands on paper. */
  fingerprint: string;
  /** For officials: how the citizen was logged in when the case came. */
  login: { assurance: AssuranceLevel } | null;
  /** False when nobody has confirmed the authority's keys for days: one can read, and nothing is sent. */
  isFresh: boolean;
};

export type CasePorts = { client: ApiClient; savePins: SavePins };

/** Fetches a case and opens its key in the worker. Every look of an official is recorded, so nobody calls this in advance. */
export async function openCase({ client, savePins }: CasePorts, caseId: string): Promise<OpenedCase> {
  const answer = await client.cases.getCase.query({ caseId });
  const statements = await readKeys(client, keyHolder(), answer.tenantId);
  const { vaultUpdate, ...opened } = await keyHolder().openCase(caseId, answer, statements);
  // Another device was faster. What was newly seen is remembered here, and saved with the next change.
  await savePins(vaultUpdate).catch((error: unknown) => {
    if (!isOldVault(error)) throw error;
  });
  return { ...answer, ...opened };
}

import type { AssuranceLevel } from "@dvd/domain/assurance";
import { keyHolder } from "../../crypto/client.ts";
import type { CaseAnswer } from "../../crypto/wire-types.ts";
import type { ApiClient } from "../trpc/client.ts";

export type OpenedCase = CaseAnswer & {
  /** The authority's key in digits, as it stands on paper. */
  fingerprint: string;
  /** For officials: how the citizen was logged in when the case came. */
  login: { assurance: AssuranceLevel } | null;
};

/** Fetches a case and opens its key in the worker. Every look of an official is recorded, so nobody calls this in advance. */
export async function openCase(client: ApiClient, caseId: string): Promise<OpenedCase> {
  const answer = await client.cases.getCase.query({ caseId });
  const statements = await client.directory.getKeys.query({ tenantId: answer.tenantId });
  const opened = await keyHolder().openCase(caseId, answer, statements);
  return { ...answer, ...opened };
}

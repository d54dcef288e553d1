import type { DomainErrorCode } from "@dvd/domain/errors";
import type { Keys } from "../../crypto/client.ts";
import { problemOf } from "../problem.ts";
import type { ApiClient } from "../trpc/client.ts";

export type DiscardCases = {
  client: { cases: Pick<ApiClient["cases"], "discardDraft"> };
  keys: Pick<Keys, "forgetCase">;
};

/** It never came, or went already; or an authority has it, and then it stays. */
const settled: readonly DomainErrorCode[] = ["case.not-found", "case.wrong-state"];

/** Cases that nobody is going to send: with us first, with all that was transferred for them, and then on this device. */
export async function discardCases({ client, keys }: DiscardCases, caseIds: readonly string[]) {
  for (const caseId of caseIds) {
    await client.cases.discardDraft.mutate({ caseId }).catch((error: unknown) => {
      const problem = problemOf(error);
      if (problem.kind !== "refused" || !settled.includes(problem.code)) throw error;
    });
    await keys.forgetCase(caseId);
  }
}

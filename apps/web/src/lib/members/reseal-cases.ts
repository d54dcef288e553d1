import type { DomainErrorCode } from "@dvd/domain/errors";
import { keyHolder } from "../../crypto/client.ts";
import { type CasePorts, openCase } from "../cases/open-case.ts";
import { readConversation } from "../cases/read-conversation.ts";
import { openUnits } from "../keys/open-account.ts";
import { type Problem, problemOf } from "../problem.ts";

export type ResealProgress = { done: number; failed: ReadonlyMap<string, Problem> };

/** Nothing about the case at hand: the next one would meet the same. */
const stopsAll: readonly DomainErrorCode[] = [
  "auth.required",
  "auth.wrong-role",
  "request.too-many",
  "service.unavailable",
  "unit.not-found",
  "member.not-signed",
];
const isAboutAll = (problem: Problem) =>
  problem.kind === "unreachable" ||
  (problem.kind === "refused" && stopsAll.some((code) => code === problem.code)) ||
  (problem.kind === "keys" && problem.code === "E_LOG_OLD");

type Ports = CasePorts & { isStopped: () => boolean; onProgress: (progress: ResealProgress) => void };

/**
 * Seals the open cases of a unit for its present key, one after the other. What is done is done: it can be left at any
 * time and goes on with what is left, here or in another browser. What cannot be opened is told, and the others go on.
 */
export async function resealCases(ports: Ports, unitId: string): Promise<ResealProgress> {
  const { client, isStopped, onProgress } = ports;
  const failed = new Map<string, Problem>();
  let done = 0;
  await openUnits({ ...ports, keys: keyHolder() });
  for (let cursor: string | null | undefined; cursor !== null && !isStopped(); ) {
    const page = await client.unitKeys.listUnsealed.query({ unitId, limit: 20, ...(cursor && { cursor }) });
    for (const { caseId } of page.cases) {
      if (isStopped()) break;
      const outcome = await resealOne(ports, caseId);
      if (typeof outcome === "object") failed.set(caseId, outcome);
      else if (outcome) done += 1;
      onProgress({ done, failed: new Map(failed) });
    }
    cursor = page.nextCursor;
  }
  return { done, failed };
}

/** What is wrong, or whether it was this browser's work: of two at once, the other one's may be what lies there. */
async function resealOne(ports: CasePorts, caseId: string): Promise<Problem | boolean> {
  try {
    const { isKeyProven } = await openCase(ports, caseId);
    // Sealed by a member: first the citizen's own message has to open under it.
    if (!isKeyProven) await readConversation(ports.client, caseId, []);
    const grant = await keyHolder().resealCase(caseId);
    const { isTaken } = await ports.client.unitKeys.resealCase.mutate({ caseId, grant });
    return isTaken;
  } catch (error) {
    const problem = problemOf(error);
    if (isAboutAll(problem)) throw error;
    return problem;
  }
}

import type { DomainErrorCode } from "@dvd/domain/errors";
import { type Problem, problemOf } from "../problem.ts";

/** How far it is, and what could not be done: by case. */
export type CasesProgress = { done: number; failed: ReadonlyMap<string, Problem> };
export const nothingYet: CasesProgress = { done: 0, failed: new Map() };

/** Nothing about the case at hand: the next one would meet the same. */
const stopsAll: readonly DomainErrorCode[] = [
  "auth.required",
  "auth.wrong-role",
  "request.too-many",
  "service.unavailable",
  "unit.not-found",
  "member.not-signed",
  "deputy.not-found",
  "deputy.cannot-read",
];
const isAboutAll = (problem: Problem) =>
  problem.kind === "unreachable" ||
  (problem.kind === "refused" && stopsAll.some((code) => code === problem.code)) ||
  (problem.kind === "keys" && problem.code === "E_LOG_OLD");

export type WorkPorts = { isStopped: () => boolean; onProgress: (progress: CasesProgress) => void };

type Page = { cases: readonly { caseId: string }[]; nextCursor: string | null };
type CaseWork = {
  list: (cursor: string | undefined) => Promise<Page>;
  /** Whether it was this browser's work: of two at once, the other one's may be what lies there. */
  work: (caseId: string) => Promise<boolean>;
};

/**
 * The same with many cases, one after the other. What is done is done: it can be left at any time and goes on with what is
 * left, here or in another browser. What cannot be opened is told, and the others go on.
 */
export async function oneByOne({ list, work }: CaseWork, ports: WorkPorts): Promise<CasesProgress> {
  const failed = new Map<string, Problem>();
  let done = 0;
  const tryOne = async (caseId: string) => {
    try {
      if (await work(caseId)) done += 1;
    } catch (error) {
      const problem = problemOf(error);
      if (isAboutAll(problem)) throw error;
      failed.set(caseId, problem);
    }
  };
  for (let cursor: string | null | undefined; cursor !== null && !ports.isStopped(); ) {
    const page = await list(cursor);
    for (const { caseId } of page.cases) {
      if (ports.isStopped()) break;
      await tryOne(caseId);
      ports.onProgress({ done, failed: new Map(failed) });
    }
    cursor = page.nextCursor;
  }
  return { done, failed };
}

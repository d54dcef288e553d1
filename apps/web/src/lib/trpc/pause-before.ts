import { pauseUntilTurn } from "../busy/pause-until-turn.ts";
import type { Problem } from "../problem.ts";

/** Longer than this a person decides: the sentence and the button come at once. */
const longestWaitSeconds = 90;
/** After a lost answer to something that is done once, however often it is asked for. */
const afterLossSeconds = [1, 3];

type Failed = { problem: Problem; type: "query" | "mutation" | "subscription"; attempt: number; isOnline: boolean };

/** `told`: the server has said when, so the page says so too. `lost`: nobody has answered, and that may be over soon. */
export type Pause = { why: "told" | "lost"; ms: number };

/**
 * How long to wait before a call is made once more by itself, null when it is not; `random` is in [0, 1). Queries that were
 * lost are tried again by whoever shows them.
 */
export function pauseBefore({ problem, type, attempt, isOnline }: Failed, random: number): Pause | null {
  if (problem.kind === "unreachable") {
    const seconds = type === "mutation" && isOnline ? afterLossSeconds[attempt - 1] : undefined;
    return seconds === undefined ? null : { why: "lost", ms: (seconds + random) * 1000 };
  }
  if (problem.kind !== "refused" || problem.retryAfterSeconds === undefined || attempt > 1) return null;
  if (problem.code !== "request.too-many" || problem.retryAfterSeconds > longestWaitSeconds) return null;
  return { why: "told", ms: pauseUntilTurn(problem.retryAfterSeconds, random) };
}

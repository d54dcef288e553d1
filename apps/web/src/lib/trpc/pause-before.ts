import type { Problem } from "../problem.ts";

/** Longer than this a person decides: the sentence and the button come at once. */
const longestWaitSeconds = 90;

/**
 * How long to wait before a refused call is made once more by itself, null when it is not. `random` is in [0, 1): those
 * who were refused together do not come back together.
 */
export function pauseBefore(problem: Problem, attempt: number, random: number): number | null {
  if (problem.kind !== "refused" || problem.retryAfterSeconds === undefined || attempt > 1) return null;
  if (problem.code !== "request.too-many" || problem.retryAfterSeconds > longestWaitSeconds) return null;
  return (problem.retryAfterSeconds + 2 * random) * 1000;
}

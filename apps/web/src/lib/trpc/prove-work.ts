import type { Challenge } from "@dvd/api/proofs/challenge.contract";
import type { AppRouter } from "@dvd/api/root";
import { isProvenAction } from "@dvd/domain/limits/proof";
import type { Operation, OperationLink, TRPCClientError, TRPCLink } from "@trpc/client";
import { observable, observableToPromise } from "@trpc/server/observable";
import type { Turns } from "../busy/turns.ts";
import { problemOf } from "../problem.ts";

type Ports = {
  /** The proof as it goes into the header. */
  solve: (challenge: Challenge) => Promise<string>;
  /** Where the notice looks that says what takes so long. */
  checks: Turns;
};

/**
 * Does the work that some calls have to come with: asks for a challenge, solves it in the background, and hands the
 * proof on. Nobody sees it, unless the device is slow. A proof that came too late is made once more, silently.
 */
export const proveWork =
  ({ solve, checks }: Ports): TRPCLink<AppRouter> =>
  () =>
  ({ op, next }) => {
    if (!isProvenAction(op.path)) return next(op);
    return observable((observer) => {
      const attempt = async () => {
        const done = checks.wait(Date.now());
        const proof = await work(op, next, solve).finally(done);
        return next({ ...op, context: { ...op.context, proof } });
      };
      const send = async (isLast: boolean) => {
        const call = await attempt();
        call.subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error: (error) => (isLast || !isStale(error) ? observer.error(error) : start(true)),
        });
      };
      // What fails here is the query for the challenge, with an error of the same kind.
      const start = (isLast: boolean) =>
        void send(isLast).catch((error: TRPCClientError<AppRouter>) => observer.error(error));
      start(false);
    });
  };

type Next = Parameters<OperationLink<AppRouter>>[0]["next"];

async function work({ id, path, signal }: Operation, next: Next, solve: Ports["solve"]): Promise<string> {
  const question: Operation = {
    id,
    signal,
    context: {},
    type: "query",
    path: "proofs.getChallenge",
    input: { action: path },
  };
  const { result } = await observableToPromise(next(question));
  // The router's own answer to this very query, checked against its contract on the way out.
  return solve((result as { data: Challenge }).data);
}

const stale = ["proof.expired", "proof.used"];

function isStale(error: unknown) {
  const problem = problemOf(error);
  return problem.kind === "refused" && stale.includes(problem.code);
}

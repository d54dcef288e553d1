import type { WorkerDeps } from "@dvd/api/context";
import { sweepBegunUploads } from "@dvd/db/repositories/begun-uploads";
import { sweepDeputyships } from "@dvd/db/repositories/deputyships";
import { sweepSessions } from "@dvd/db/repositories/identity";
import { sweepOnce } from "@dvd/db/repositories/once";

const everyMs = 10 * 60_000;

/** Keys, proofs and sessions that nobody can come back with, what no limit counts any more, and deputyships that are over. */
const sweeps = [
  ["once.swept", sweepOnce],
  ["sessions.swept", sweepSessions],
  ["uploads.swept", sweepBegunUploads],
  ["deputyships.swept", sweepDeputyships],
] as const;

/** Several workers may do it at once; what is gone is gone. One sweep that fails keeps none of the others from its work. */
export function startSweepOfEnded({ db, log }: Pick<WorkerDeps, "db" | "log">) {
  let running: Promise<void> = Promise.resolve();
  const sweepAll = async () => {
    for (const [event, sweep] of sweeps)
      await sweep(db).then(
        (rows) => rows > 0 && log.event(event, { rows }),
        (error: unknown) => log.event("request.failed", { route: "sweep", error }),
      );
  };
  const run = () => {
    running = sweepAll();
  };
  run();
  const timer = setInterval(run, everyMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

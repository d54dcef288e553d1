import type { WorkerDeps } from "@dvd/api/context";
import { sweepBegunUploads } from "@dvd/db/repositories/begun-uploads";
import { sweepDeputyships } from "@dvd/db/repositories/deputyships";
import { sweepSessions } from "@dvd/db/repositories/identity";
import { sweepOnce } from "@dvd/db/repositories/once";

const everyMs = 10 * 60_000;

/** Removes keys, proofs and sessions that nobody can come back with, deputyships that are over, and what no limit counts any more. Several workers may do it at once; what is gone is gone. */
export function startSweepOfEnded(deps: Pick<WorkerDeps, "db" | "log">) {
  let running: Promise<void> = Promise.resolve();
  const sweep = async () => {
    const rows = await sweepOnce(deps.db);
    if (rows > 0) deps.log.event("once.swept", { rows });
    const sessions = await sweepSessions(deps.db);
    if (sessions > 0) deps.log.event("sessions.swept", { rows: sessions });
    const begun = await sweepBegunUploads(deps.db);
    if (begun > 0) deps.log.event("uploads.swept", { rows: begun });
    const deputyships = await sweepDeputyships(deps.db);
    if (deputyships > 0) deps.log.event("deputyships.swept", { rows: deputyships });
  };
  const run = () => {
    running = sweep().catch((error: unknown) => deps.log.event("request.failed", { route: "sweep", error }));
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

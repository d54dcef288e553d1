import { jobsWithin } from "@dvd/db/jobs";
import { appOwnsNoJobTables, jobSchema } from "@dvd/db/migrate";
import type { ScopedTx } from "@dvd/db/tenant";
import { PgBoss } from "pg-boss";
import type { JobName, JobPayload } from "./definitions.ts";

export type JobQueue = {
  /** Commits or vanishes with the caller's transaction. `startAfter` is the earliest time at which it runs. */
  enqueue<Name extends JobName>(tx: ScopedTx, name: Name, payload: JobPayload<Name>, startAfter?: Date): Promise<void>;
};

/** The sending half: no polling, no maintenance, and no connection of its own for a send. */
export async function openJobQueue(databaseUrl: string, onError: (error: unknown) => void) {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: jobSchema,
    application_name: "dvd-jobs",
    max: 1,
    supervise: false,
    schedule: false,
    ...appOwnsNoJobTables,
  });
  boss.on("error", onError);
  await boss.start();

  const queue: JobQueue = {
    async enqueue(tx, name, payload, startAfter) {
      const id = await boss.send(name, payload, { db: jobsWithin(tx), ...(startAfter && { startAfter }) });
      if (id === null) throw new Error(`the job ${name} was not accepted`);
    },
  };
  return { queue, stop: () => boss.stop({ graceful: false }) };
}

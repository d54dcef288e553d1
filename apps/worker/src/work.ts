import { type JobName, jobPayloads } from "@dvd/api/adapters/jobs/definitions";
import type { WorkerDeps } from "@dvd/api/context";
import { appOwnsNoJobTables, jobSchema } from "@dvd/db/migrate";
import { type Job, type JobResult, PgBoss } from "pg-boss";
import { handlers } from "./registry.ts";

/** Polls every queue. `stop` takes no new jobs, waits for those that run, and gives the rest back. */
export async function startWork(deps: WorkerDeps, databaseUrl: string) {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: jobSchema,
    application_name: "dvd-worker-jobs",
    max: 4,
    useListenNotify: false,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    ...appOwnsNoJobTables,
  });
  boss.on("error", (error) => deps.log.event("request.failed", { route: "jobs", error }));
  await boss.start();
  // Batches with burst: one job at a time would drain a backlog at one job per poll.
  const options = { batchSize: 10, pollingIntervalSeconds: 1, burstWhenBatchFull: true, perJobResults: true } as const;
  for (const name of jobNames)
    await boss.work(name, options, (jobs: Job<unknown>[]) => Promise.all(jobs.map((job) => runJob(deps, name, job))));

  return { isRunning: () => boss.isInstalled(), stop: () => boss.stop({ graceful: true, timeout: 20_000 }) };
}

// The keys of the table itself; TypeScript widens them to string.
const jobNames = Object.keys(jobPayloads) as JobName[];

/** One job: parse, run, report. A failure belongs to its job only; the others of the batch are done. */
async function runJob(deps: WorkerDeps, queue: JobName, job: Job<unknown>): Promise<JobResult> {
  const start = performance.now();
  const log = deps.log.child({ correlationId: correlationOf(job.data) });
  log.event("job.started", { queue, jobId: job.id });
  try {
    await dispatch({ ...deps, log }, queue, job.data);
    log.event("job.finished", { queue, jobId: job.id, ms: performance.now() - start });
    return { id: job.id, status: "completed" };
  } catch (error) {
    log.event("job.failed", { queue, jobId: job.id, ms: performance.now() - start, error });
    const of = { actor: null, correlationId: correlationOf(job.data) };
    deps.operations.note(of, { type: "job.failed", queue, jobId: job.id });
    return { id: job.id, status: "failed" };
  }
}

const dispatch = <Name extends JobName>(deps: WorkerDeps, name: Name, data: unknown) =>
  // The schema under a name parses the payload of that name; TypeScript does not correlate the two look-ups.
  handlers[name](deps, jobPayloads[name].parse(data) as Parameters<(typeof handlers)[Name]>[1]);

const correlationOf = (data: unknown) =>
  typeof data === "object" && data !== null && "correlationId" in data ? String(data.correlationId) : "unknown";

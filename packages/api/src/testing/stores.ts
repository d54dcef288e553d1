import { randomFillSync } from "node:crypto";
import { createLogger } from "@dvd/config/log";
import { generateSigningKey } from "@dvd/crypto";
import { createDb } from "@dvd/db/client";
import { testDb } from "@dvd/db/testing";
import { stopClock } from "@dvd/db/testing-clock";
import { memoryCache } from "../adapters/cache/memory.ts";
import { openJobQueue } from "../adapters/jobs/queue.ts";
import { memoryRateLimiter } from "../adapters/rate-limit/memory.ts";
import { receiptSigner } from "../adapters/receipt-signer.ts";
import { openOperationalAudit } from "../audit/operational.ts";
import type { Deps, WorkerDeps } from "../context.ts";
import { createLogTree } from "../key-log/log-tree.ts";
import { openBlobPlace } from "./blob-place.ts";

/** By the clock of the machine, unless a test brings its own. */
export type StoresOptions = { now?: (() => Date) | undefined };

/** An own database, blob store, job queue and receipt key: what `createDeps` opens for a process, for one test file. */
export async function openStores({ now = () => new Date() }: StoresOptions = {}) {
  const test = await testDb();
  const owner = createDb(test.ownerUrl, { applicationName: "founding", max: 1 });
  const admin = createDb(test.adminUrl, { applicationName: "behind-the-policies", max: 2 });
  const blobPlace = await openBlobPlace();
  const logLines: string[] = [];
  const log = createLogger({ level: "info", service: "test", destination: { write: (line) => logLines.push(line) } });
  const jobs = await openJobQueue(test.appUrl, (error) => log.event("request.failed", { route: "jobs", error }));
  const receiptKey = await generateSigningKey();

  const world = {
    db: test.db,
    now,
    randomBytes: (length: number) => randomFillSync(new Uint8Array(length)),
    log,
  };
  // Written when a test asks for it: otherwise an imprint would change a moment after the call.
  const whenAsked = { capacity: 8_000, batch: 8_000, delayMs: 2_000_000, retryMs: 2_000_000 };
  const deps: Deps = {
    ...world,
    operations: openOperationalAudit(world, whenAsked),
    blobs: blobPlace.blobs,
    jobs: jobs.queue,
    receipts: receiptSigner(receiptKey.key),
    keyLog: createLogTree(),
    challengeKey: "the challenges of a test run",
    cache: memoryCache({ now: unhurried() }),
    limiter: memoryRateLimiter({ now: unhurried() }),
  };
  const workerDeps: WorkerDeps = { ...deps, db: test.workerDb };
  return {
    deps,
    /** For what only the worker does. */
    workerDeps,
    appUrl: test.appUrl,
    /** Founds authorities, which the application cannot. */
    owner: owner.db,
    /** Statements of a superuser: what is really in the tables, whatever the policies would show. */
    sql: admin.sql,
    /** The database tells the test's time from now on. Returns how to set it. */
    stopDatabaseClock: () => stopClock(admin.sql, now()),
    blobFiles: blobPlace.files,
    logLines,
    receiptSpki: receiptKey.key.spki,

    async close() {
      await jobs.stop();
      await owner.close();
      await admin.close();
      await test.drop();
      await blobPlace.remove();
    },
  };
}

/** The real limiter and cache with the real numbers, and people who take an hour for each thing they do. */
function unhurried() {
  let hours = 0;
  return () => (hours += 1) * 3_600_000;
}

export type Stores = Awaited<ReturnType<typeof openStores>>;

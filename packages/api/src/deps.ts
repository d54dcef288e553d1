import { createHmac, randomFillSync } from "node:crypto";
import type { BlobPlace } from "@dvd/config/blob-rules";
import type { Logger } from "@dvd/config/log";
import { importSigningKey } from "@dvd/crypto";
import { createDb } from "@dvd/db/client";
import { listenToChanges, listenToRules } from "@dvd/db/listen";
import type { BlobStore } from "./adapters/blob/blob-store.ts";
import { filesystemBlobStore } from "./adapters/blob/filesystem.ts";
import { memoryCache } from "./adapters/cache/memory.ts";
import { redisCache } from "./adapters/cache/redis.ts";
import { openJobQueue } from "./adapters/jobs/queue.ts";
import { memoryRateLimiter } from "./adapters/rate-limit/memory.ts";
import { redisRateLimiter } from "./adapters/rate-limit/redis.ts";
import { receiptSigner } from "./adapters/receipt-signer.ts";
import { openOperationalAudit } from "./audit/operational.ts";
import { openRedis } from "./adapters/redis/redis.ts";
import type { Deps, WorkerDeps } from "./context.ts";
import { routingRules } from "./directory/decide-route.ts";
import { createLogTree } from "./key-log/log-tree.ts";
import type { Bytes } from "./wire.ts";

type WebStores = Stores & {
  receiptKey: Bytes;
  sessionSecret: string;
  redisUrl?: string | undefined;
  processes: number;
};
type Stores = { database: { url: string }; blobs: BlobPlace };

/** The client of S3 is larger than all the rest: only those load it who use it. */
async function openBlobs(place: BlobPlace): Promise<BlobStore> {
  if ("directory" in place) return filesystemBlobStore(place.directory);
  const { s3BlobStore } = await import("./adapters/blob/s3.ts");
  return s3BlobStore(place.s3);
}

/** The drivers of a worker. `close` comes last, after everything that uses them has stopped. */
export async function createWorkerDeps(env: Stores, log: Logger, applicationName: string) {
  const { db, close } = createDb(env.database.url, { applicationName });
  const world = {
    db,
    now: () => new Date(),
    randomBytes: (length: number): Bytes => randomFillSync(new Uint8Array(length)),
    log,
  };
  const operations = openOperationalAudit(world);
  const deps: WorkerDeps = {
    ...world,
    blobs: await openBlobs(env.blobs),
    keyLog: createLogTree(),
    operations,
  };
  return {
    deps,
    close: async () => {
      await operations.flush();
      await close();
    },
  };
}

/** The drivers of a web process: also sends jobs and signs receipts. */
export async function createDeps(env: WebStores, log: Logger, applicationName: string) {
  const { deps, close } = await createWorkerDeps(env, log, applicationName);
  const signingKey = await importSigningKey(env.receiptKey);
  const { queue, stop } = await openJobQueue(env.database.url, (error) =>
    log.event("request.failed", { route: "jobs", error }),
  );
  const redis = env.redisUrl === undefined ? null : openRedis(env.redisUrl, log);
  const clock = { now: () => performance.now() };
  const cache = redis ? redisCache(redis, clock) : memoryCache(clock);
  // Also after a lost connection: what was published meanwhile would otherwise be missed for an hour.
  const stopListening = await listenToRules(env.database.url, () => void cache.drop(routingRules));
  const webDeps: Deps = {
    ...deps,
    jobs: queue,
    receipts: receiptSigner(signingKey),
    challengeKey: createHmac("sha256", env.sessionSecret).update("proofs of work").digest("hex"),
    cache,
    limiter: redis ? redisRateLimiter(redis, { ...clock, processes: env.processes }) : memoryRateLimiter(clock),
  };
  return {
    deps: webDeps,
    listen: (wake: (feed: string | null) => void) => listenToChanges(env.database.url, wake),
    close: async () => {
      await stopListening();
      await stop();
      redis?.close();
      await close();
    },
  };
}

import type { WorkerDeps } from "@dvd/api/context";
import { sweepBlobs } from "@dvd/api/documents/sweep-blobs";

const firstMs = 10 * 60_000;
const everyMs = 12 * 3_600_000;

/** Twice a day is enough for what should not be there at all. Several workers may do it: to remove twice is no harm. */
export function startSweep(deps: WorkerDeps) {
  let timer = setTimeout(run, firstMs);
  let running: Promise<unknown> = Promise.resolve();
  let isStopping = false;

  function run() {
    running = sweepBlobs(deps)
      .catch((error: unknown) => deps.log.event("blobs.sweep-failed", { error }))
      .finally(() => {
        if (!isStopping) timer = setTimeout(run, everyMs);
      });
  }

  return {
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      await running;
    },
  };
}

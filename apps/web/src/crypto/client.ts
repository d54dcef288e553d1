import { workerSource } from "./generated/worker-source.ts";
import { type Remote, startWorker } from "./start-worker.ts";
import type { StretchMethods } from "./stretch-worker.ts";
import type { WorkerMethods } from "./worker.ts";

/** The key holder as the page sees it: every method of the worker, as a promise. */
export type Keys = Remote<WorkerMethods>;

let keys: Keys | null = null;

/** One worker for the page; it starts when keys are needed for the first time, which is after the login. */
export function keyHolder(): Keys {
  // A worker that broke is replaced when keys are needed again.
  keys ??= startWorker<WorkerMethods>(workerSource, () => (keys = null)).remote;
  return keys;
}

/** Loaded, started and ended each time: whoever unlocks with a device never fetches it. */
export async function stretchWords(words: string, header: string, accountId: string) {
  const { stretchSource } = await import("./generated/stretch-source.ts");
  const { remote, end } = startWorker<StretchMethods>(stretchSource);
  try {
    return await remote.stretch(words, header, accountId);
  } finally {
    end();
  }
}

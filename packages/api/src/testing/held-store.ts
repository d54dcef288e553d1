import type { BlobStore } from "../adapters/blob/blob-store.ts";

/** The real store, stopping before it completes or aborts until it is told to go on. */
export function holdStore(blobs: BlobStore, step: "complete" | "abort") {
  const [reached, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const wait = async () => {
    reached.resolve();
    await gate.promise;
  };
  const complete: BlobStore["complete"] = (write, parts) => wait().then(() => blobs.complete(write, parts));
  const abort: BlobStore["abort"] = (write) => wait().then(() => blobs.abort(write));
  const slow: BlobStore = { ...blobs, ...(step === "complete" ? { complete } : { abort }) };
  return { blobs: slow, reached: reached.promise, goOn: gate.resolve };
}

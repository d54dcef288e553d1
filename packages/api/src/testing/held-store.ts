import type { BlobStore } from "../adapters/blob/blob-store.ts";

/** The real store, stopping before it begins, completes or aborts until it is told to go on. */
export function holdStore(blobs: BlobStore, step: "begin" | "complete" | "abort") {
  const [reached, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const wait = async () => {
    reached.resolve();
    await gate.promise;
  };
  const begin: BlobStore["begin"] = (key) => wait().then(() => blobs.begin(key));
  const complete: BlobStore["complete"] = (write, parts) => wait().then(() => blobs.complete(write, parts));
  const abort: BlobStore["abort"] = (write) => wait().then(() => blobs.abort(write));
  const held = { begin: { begin }, complete: { complete }, abort: { abort } };
  const slow: BlobStore = { ...blobs, ...held[step] };
  return { blobs: slow, reached: reached.promise, goOn: gate.resolve };
}

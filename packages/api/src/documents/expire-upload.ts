import type { JobPayload } from "../adapters/jobs/definitions.ts";
import type { WorkerDeps } from "../context.ts";
import { asSender } from "./as-sender.ts";
import { freeUpload } from "./free-upload.ts";

/** The end of an upload that nobody finished. */
export const expireUpload = (deps: WorkerDeps, job: JobPayload<"expire-upload">) =>
  asSender(deps, job, async (tx) => ({ expired: await freeUpload(deps, tx, job.documentId) }));

import type { JobName, JobPayload } from "@dvd/api/adapters/jobs/definitions";
import { expireDraft } from "@dvd/api/cases/expire-draft";
import type { WorkerDeps } from "@dvd/api/context";
import { expireLink } from "@dvd/api/device-links/expire-link";
import { expireUpload } from "@dvd/api/documents/expire-upload";
import { removeOldDraft } from "@dvd/api/drafts/remove-old-draft";
import { verifyDocument } from "@dvd/api/documents/verify-document";

/** Job name → what it does. A job without a handler does not compile. Every handler may run twice. */
export const handlers: { [Name in JobName]: (deps: WorkerDeps, payload: JobPayload<Name>) => Promise<unknown> } = {
  "verify-document": verifyDocument,
  "expire-upload": expireUpload,
  "expire-draft": expireDraft,
  "remove-old-draft": removeOldDraft,
  "expire-device-link": expireLink,
};

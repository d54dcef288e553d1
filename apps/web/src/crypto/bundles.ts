import type { BegunCases } from "./begun-cases.ts";
import type { createUploads } from "./uploads/uploads.ts";

type Uploads = Pick<ReturnType<typeof createUploads>, "removeFile" | "removeFiles">;
type Cases = Pick<BegunCases, "forget" | "forgetUnsent">;

/** The documents that somebody is about to send, and the cases that were begun for them: one does not go without the other. */
export const createBundles = (uploads: Uploads, cases: Cases) => ({
  async removeFile(fileId: string) {
    const removed = await uploads.removeFile(fileId);
    // The office would find a document that is in no message: what was signed stays behind in a case that ends by itself.
    if (removed?.seal) await cases.forgetUnsent(removed.accountId, removed.bundle);
  },

  async endBundle(accountId: string, bundle: string) {
    await uploads.removeFiles(accountId, bundle);
    await cases.forget(accountId, bundle);
  },
});

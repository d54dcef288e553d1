import type { BegunCases } from "./begun-cases.ts";
import type { UploadRecords } from "./uploads/upload-records.ts";

/** What lies with the server for something that nobody is going to send, as far as this device has begun it. */
export function createLeftovers(
  { casesOf, casesBeside, unsentOf }: Pick<BegunCases, "casesOf" | "casesBeside" | "unsentOf">,
  files: Pick<UploadRecords, "find">,
) {
  return {
    casesOf,
    casesBeside,

    /** Its unfinished upload; and the cases that go with it because something was signed for them that is not sent now. */
    async leftBy(fileId: string) {
      const record = await files.find(fileId);
      return {
        documentId: record?.container?.documentId ?? null,
        cases: record?.seal ? await unsentOf(record.accountId, record.bundle) : [],
      };
    },
  };
}

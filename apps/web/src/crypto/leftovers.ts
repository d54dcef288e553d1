import type { CaseEntry, CaseStore } from "./begun-cases.ts";
import type { UploadRecords } from "./uploads/upload-records.ts";

const isHandedOver = (entry: object) => "handedOver" in entry && entry.handedOver !== null;

/** What lies with the server for something that nobody is going to send, as far as this device has begun it. */
export function createLeftovers(cases: Pick<CaseStore, "list">, files: Pick<UploadRecords, "find">) {
  const listOf = async ({ accountId, bundle }: Pick<CaseEntry, "accountId" | "bundle">) =>
    (await cases.list()).filter((entry) => entry.accountId === accountId && entry.bundle === bundle);

  return {
    /** All that were begun for it, whatever became of them. */
    casesOf: async (accountId: string, bundle: string) =>
      (await listOf({ accountId, bundle })).map(({ caseId }) => caseId),

    /** Those that were begun for the same thing and another office, which did not get it. */
    async casesBeside(caseId: string) {
      const entry = (await cases.list()).find((one) => one.caseId === caseId);
      const all = entry ? await listOf(entry) : [];
      return all.filter((one) => one.caseId !== caseId && !isHandedOver(one)).map((one) => one.caseId);
    },

    /** Its unfinished upload; and the cases that go with it because something was signed for them that is not sent now. */
    async leftBy(fileId: string) {
      const record = await files.find(fileId);
      const all = record?.seal ? await listOf(record) : [];
      return {
        documentId: record?.container?.documentId ?? null,
        cases: all.filter((one) => !isHandedOver(one)).map(({ caseId }) => caseId),
      };
    },
  };
}

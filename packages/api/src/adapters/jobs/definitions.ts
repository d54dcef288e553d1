import type { CaseId, CitizenId, DocumentId, OfficialId, TenantId } from "@dvd/domain/ids";
import { z } from "zod";
import { idOf } from "../../wire.ts";

const traced = { correlationId: z.string().max(64) };

const aboutDocument = z.strictObject({
  ...traced,
  tenantId: idOf<TenantId>(),
  citizenId: idOf<CitizenId>(),
  sender: z.enum(["citizen", "official"]),
  caseId: idOf<CaseId>(),
  documentId: idOf<DocumentId>(),
});

const aboutLink = { ...traced, linkId: z.uuid() };

/** Job name → payload. Ids only: a queue is read by operators. */
export const jobPayloads = {
  "verify-document": aboutDocument,
  "expire-upload": aboutDocument,
  "expire-draft": z.strictObject({ ...traced, citizenId: idOf<CitizenId>(), caseId: idOf<CaseId>() }),
  "remove-old-draft": z.strictObject({ ...traced, citizenId: idOf<CitizenId>(), draftId: z.uuid() }),
  "expire-device-link": z.union([
    z.strictObject({ ...aboutLink, citizenId: idOf<CitizenId>() }),
    z.strictObject({ ...aboutLink, tenantId: idOf<TenantId>(), officialId: idOf<OfficialId>() }),
  ]),
} as const;

export type JobName = keyof typeof jobPayloads;
export type JobPayload<Name extends JobName> = z.output<(typeof jobPayloads)[Name]>;

const retries = { retryLimit: 8, retryDelay: 5, retryBackoff: true, heartbeatSeconds: 30 };

/** Queues as pg-boss wants them: made by the migration, because the application may not create tables. */
export const jobQueues: readonly { name: JobName; options: object }[] = [
  { name: "verify-document", options: retries },
  { name: "expire-upload", options: retries },
  { name: "expire-draft", options: retries },
  { name: "remove-old-draft", options: retries },
  { name: "expire-device-link", options: retries },
];

import type { CaseId, DocumentId } from "@dvd/domain/ids";
import { z } from "zod";
import { bytesOf, idOf } from "../wire.ts";

export const startUploadInput = z.strictObject({
  caseId: idOf<CaseId>(),
  documentId: idOf<DocumentId>(),
  header: bytesOf(128),
  floeHeader: bytesOf(74),
});
export type StartUpload = z.output<typeof startUploadInput>;

export const startUploadOutput = z.strictObject({
  partSize: z.int(),
  parts: z.int(),
  /** Parts that are already here, when an upload goes on after an interruption. */
  stored: z.array(z.int()),
});

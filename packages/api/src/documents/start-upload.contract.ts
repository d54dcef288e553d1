import type { CaseId, DocumentId } from "@dvd/domain/ids";
import { z } from "zod";
import { base64Text, bytesOf, idOf } from "../wire.ts";

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
  /**
   * Parts that are already here, when an upload goes on after an interruption. `digests` are the SHA-256 of the part's
   * segments, 32 bytes each, in their order: what they are not, the sender has to seal and send once more.
   */
  stored: z.array(z.strictObject({ part: z.int(), digests: base64Text })),
});

import type { DocumentId } from "@dvd/domain/ids";
import { z } from "zod";
import { bytesOf, idOf } from "../wire.ts";

export const finishUploadInput = z.strictObject({ documentId: idOf<DocumentId>(), seal: bytesOf(184) });
export type FinishUpload = z.output<typeof finishUploadInput>;
export const finishUploadOutput = z.strictObject({ documentId: z.uuid(), storedAt: z.iso.datetime() });

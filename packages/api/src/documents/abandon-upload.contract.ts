import type { DocumentId } from "@dvd/domain/ids";
import { z } from "zod";
import { idOf } from "../wire.ts";

export const abandonUploadInput = z.strictObject({ documentId: idOf<DocumentId>() });
export type AbandonUpload = z.output<typeof abandonUploadInput>;

/** False for one that was finished before, or given up already. */
export const abandonUploadOutput = z.strictObject({ wasOpen: z.boolean() });

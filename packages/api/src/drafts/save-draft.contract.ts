import { draftLimits } from "@dvd/domain/form/draft-limits";
import { z } from "zod";
import { bytesBetween } from "../wire.ts";

export const saveDraftInput = z.strictObject({
  draftId: z.uuid(),
  /** Compare and set: the version that this device has seen here last, 0 for a draft that was never here. */
  expectedVersion: z.int().min(0),
  sealed: bytesBetween(4_168, draftLimits.sealedBytes),
});
export type SaveDraft = z.output<typeof saveDraftInput>;

export const saveDraftOutput = z.strictObject({ version: z.int(), expiresAt: z.iso.datetime() });

import { z } from "zod";

export const removeDraftInput = z.strictObject({ draftId: z.uuid() });
export type RemoveDraft = z.output<typeof removeDraftInput>;
export const removeDraftOutput = z.strictObject({});

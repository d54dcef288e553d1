import { z } from "zod";

export const closeLinkInput = z.strictObject({ linkId: z.uuid() });
export type CloseLink = z.output<typeof closeLinkInput>;
export const closeLinkOutput = z.strictObject({});

import { z } from "zod";
import { base64Text } from "../wire.ts";

export const listDraftsInput = z.strictObject({});
export const listDraftsOutput = z.strictObject({
  drafts: z.array(
    z.strictObject({
      draftId: z.uuid(),
      version: z.int(),
      sealed: base64Text,
      changedAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
    }),
  ),
});

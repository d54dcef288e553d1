import type { CaseId } from "@dvd/domain/ids";
import { z } from "zod";
import { sealedMessage } from "../messages/sealed-message.contract.ts";
import { base64Text, idOf } from "../wire.ts";

export const submitCaseInput = z.strictObject({
  caseId: idOf<CaseId>(),
  /** The first message of the conversation: the citizen's own words. */
  message: sealedMessage,
  /** What it was written from, if that is kept on the server: once sent, nobody goes on with it. */
  draftId: z.uuid().optional(),
});
export type SubmitCase = z.output<typeof submitCaseInput>;

/** The browser says "sent" only after it verified this receipt. */
export const submitCaseOutput = z.strictObject({
  reference: z.string(),
  receipt: z.strictObject({ payload: base64Text, signature: base64Text }),
});

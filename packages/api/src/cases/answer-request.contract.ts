import type { CaseId } from "@dvd/domain/ids";
import { z } from "zod";
import { sealedMessage } from "../messages/sealed-message.contract.ts";
import { idOf } from "../wire.ts";

export const answerRequestInput = z.strictObject({ caseId: idOf<CaseId>(), message: sealedMessage });
export type AnswerRequest = z.output<typeof answerRequestInput>;
export const answerRequestOutput = z.strictObject({
  messageId: z.uuid(),
  sequence: z.int(),
  sentAt: z.iso.datetime(),
});

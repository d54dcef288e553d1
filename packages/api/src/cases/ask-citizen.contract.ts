import type { CaseId } from "@dvd/domain/ids";
import { z } from "zod";
import { sealedMessage } from "../messages/sealed-message.contract.ts";
import { idOf } from "../wire.ts";

export const askCitizenInput = z.strictObject({
  caseId: idOf<CaseId>(),
  /** What is missing, sealed: the server learns only until when. */
  message: sealedMessage,
  dueOn: z.iso.date(),
});
export type AskCitizen = z.output<typeof askCitizenInput>;
export const askCitizenOutput = z.strictObject({ messageId: z.uuid(), sequence: z.int(), sentAt: z.iso.datetime() });

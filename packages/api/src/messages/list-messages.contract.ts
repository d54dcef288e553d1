import type { CaseId } from "@dvd/domain/ids";
import { z } from "zod";
import { idOf, pageSize } from "../wire.ts";
import { storedMessage } from "./sealed-message.contract.ts";

export const listMessagesInput = z.strictObject({
  caseId: idOf<CaseId>(),
  /** Sequence of the last message already there. */
  after: z.int().min(0).default(0),
  limit: pageSize,
});
export type ListMessages = z.output<typeof listMessagesInput>;
export const listMessagesOutput = z.strictObject({
  messages: z.array(storedMessage),
  nextAfter: z.int().nullable(),
});

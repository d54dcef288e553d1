import type { CaseId } from "@dvd/domain/ids";
import { z } from "zod";
import { idOf } from "../wire.ts";
import { sealedMessage } from "./sealed-message.contract.ts";

export const sendMessageInput = z.strictObject({ caseId: idOf<CaseId>(), message: sealedMessage });
export type SendMessage = z.output<typeof sendMessageInput>;
export const sendMessageOutput = z.strictObject({ messageId: z.uuid(), sequence: z.int(), sentAt: z.iso.datetime() });

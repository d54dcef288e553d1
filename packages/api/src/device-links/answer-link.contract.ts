import { z } from "zod";
import { bytesOf } from "../wire.ts";

export const answerLinkInput = z.strictObject({ linkId: z.uuid(), answer: bytesOf(2089) });
export type AnswerLink = z.output<typeof answerLinkInput>;
export const answerLinkOutput = z.strictObject({});

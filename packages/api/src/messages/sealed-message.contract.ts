import { limits } from "@dvd/domain/document/limits";
import type { MessageId } from "@dvd/domain/ids";
import { z } from "zod";
import { base64Text, bytesBetween, bytesOf, idOf } from "../wire.ts";

/** A message is a container of one segment; the server reads its public header and nothing else. */
export const sealedMessage = z.strictObject({
  messageId: idOf<MessageId>(),
  header: bytesOf(128),
  floeHeader: bytesOf(74),
  seal: bytesOf(184),
  body: bytesBetween(33, limits.messageBytes),
});
export type SealedMessage = z.output<typeof sealedMessage>;

export const storedMessage = z.strictObject({
  messageId: z.uuid(),
  sequence: z.int().describe("Without gaps within the thread"),
  sender: z.enum(["citizen", "official"]),
  sentAt: z.iso.datetime(),
  header: base64Text,
  floeHeader: base64Text,
  seal: base64Text,
  body: base64Text,
});

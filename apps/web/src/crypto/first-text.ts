import type { MessageContent } from "@dvd/domain/message/content";
import type { Destination } from "../lib/sending/destination.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import type { BegunCases, HandedOver } from "./begun-cases.ts";
import { type Sent, type SentDocument, sealText } from "./contents.ts";
import type { OpenCase } from "./open-case.ts";

type Ports = {
  cases: Pick<BegunCases, "handOver" | "handedOver">;
  caseOf: (caseId: string) => OpenCase;
  /** Per case: what was sent from here. */
  sent: Map<string, (Sent | SentDocument)[]>;
};

/** The first message of a case: sealed once, kept before it leaves, and the same bytes after a reload. */
export function createFirstTexts({ cases, caseOf, sent }: Ports) {
  function expectReceiptOf({ caseId, sent: items }: HandedOver) {
    sent.set(
      caseId,
      items.map(({ id, messageId }) => ({ id, messageId: fromBase64(messageId) })),
    );
  }

  async function seal(caseId: string, content: MessageContent, destination: Destination): Promise<HandedOver> {
    const items = sent.get(caseId) ?? [];
    const { message, messageId } = await sealText(caseOf(caseId), null, content, items.filter(isDocument));
    const all = [...items, { id: message.messageId, messageId }];
    const named = all.map(({ id, messageId: digest }) => ({ id, messageId: toBase64(digest) }));
    return { caseId, destination, message, sent: named };
  }

  return {
    /** Whatever was sealed first for this case, however often it is asked for. */
    async sealFirstText(caseId: string, content: MessageContent, destination: Destination) {
      const kept = await cases.handOver(caseId, () => seal(caseId, content, destination));
      expectReceiptOf(kept);
      return kept.message;
    },

    /** What was sealed for a bundle and is not confirmed yet, as a later visit finds it. */
    async handedOver(accountId: string, bundle: string) {
      const kept = await cases.handedOver(accountId, bundle);
      if (kept) expectReceiptOf(kept);
      return kept && { caseId: kept.caseId, destination: kept.destination, message: kept.message };
    },
  };
}

export const isDocument = (item: Sent | SentDocument): item is SentDocument => "containerId" in item;

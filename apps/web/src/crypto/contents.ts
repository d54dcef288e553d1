import {
  type Bytes,
  CryptoError,
  equalBytes,
  type LogPin,
  openContainer,
  parsePublicHeader,
  sealMessage,
  toHex,
  verifyReceipt,
} from "@dvd/crypto";
import { type MessageContent, messageMediaType, readMessage, writeMessage } from "@dvd/domain/message/content";
import { fromBase64, toBase64 } from "./base64.ts";
import { gatherBlob } from "./gather-blob.ts";
import type { OpenCase } from "./open-case.ts";
import { receiptLinkOf } from "./receipt-link.ts";
import type { ReceiptAnswer, StoredDocument, StoredMessage } from "./wire-types.ts";

/** What of this case was sent from here, in order: the receipt must name exactly this. */
export type Sent = { id: string; messageId: Bytes };
/** A document as a message names it. */
export type SentDocument = Sent & { containerId: Bytes };

/** Not every browser can iterate over a stream. */
export async function* chunksOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.releaseLock();
  }
}

/** Which side a proven key stands for; what the server says about it is not asked. */
const senderOf = ({ citizen }: OpenCase, signer: Bytes) =>
  citizen.all.some(({ keyId }) => keyId === toHex(signer)) ? "citizen" : "official";

export type OpenedDocument = { name: string; type: string; size: number; blob: Blob };

/** Whole and verified, or not at all. */
export async function openDocument(open: OpenCase, stored: StoredDocument, body: AsyncIterable<Uint8Array>) {
  const content = gatherBlob();
  const container = {
    header: fromBase64(stored.header),
    floeHeader: fromBase64(stored.floeHeader),
    seal: fromBase64(stored.seal),
    body,
    caseKey: open.key,
    expect: { type: "file", scopeId: open.key.scopeId } as const,
    senderKeys: (keyId: string) => open.senderKeys(keyId, new Date(stored.storedAt)),
  };
  const { meta, senderKeyId } = await openContainer(container, content.take);
  if (senderOf(open, senderKeyId) !== stored.sender) throw new CryptoError("E_SENDER");
  // Never the declared type: a blob of an attacker's type on our origin would run as us.
  const blob = content.end("application/octet-stream");
  return { name: meta.name ?? "", type: meta.type ?? "", size: meta.size, blob } satisfies OpenedDocument;
}

export async function sealText(
  { key, me, directory }: OpenCase,
  last: ChainEnd | null,
  content: MessageContent,
  documents: readonly SentDocument[] = [],
) {
  const sealed = await sealMessage({
    caseKey: key,
    sender: me,
    meta: {
      type: messageMediaType,
      log: { size: directory.log.size, root: directory.log.root },
      // Named in here, none of them can be left out later without the reader noticing.
      ...(documents.length > 0 && { refs: documents.map(refOf) }),
    },
    content: new TextEncoder().encode(writeMessage(content)),
    sequence: (last?.sequence ?? 0n) + 1n,
    ...(last && { previous: last.messageId }),
  });
  return {
    messageId: sealed.messageId,
    message: {
      messageId: crypto.randomUUID(),
      header: toBase64(sealed.header),
      floeHeader: toBase64(sealed.floeHeader),
      seal: toBase64(sealed.seal),
      body: toBase64(sealed.body),
    },
  };
}

const refOf = ({ containerId, messageId }: SentDocument) => ({
  container_id: toHex(containerId),
  message_id: toHex(messageId),
});

export type OpenedMessage = {
  messageId: string;
  sequence: number;
  /** As the signature proves it; what could not be proven is labelled as the server says, and shows no content. */
  sender: "citizen" | "official";
  sentAt: string;
  /** By somebody of another unit, in the place of one of this one: a signed word says so. */
  isByDeputy: boolean;
  /** Null when it could not be proven: the screen says so. Documents of an answer are named by their ids in the case. */
  content: MessageContent | null;
  /** How many documents that this message speaks of are not in the case as the server shows it. */
  missing: number;
};

/** The newest proven message of one sender. */
export type ChainEnd = { sequence: bigint; messageId: Bytes };

/**
 * Opens messages in the order of the conversation, each held against the one before it by the same sender: what the
 * server left out, repeated or put elsewhere breaks the chain and is not shown.
 */
export async function openMessages(open: OpenCase, stored: readonly StoredMessage[]) {
  const found: Found = { ends: new Map(), logs: [] };
  const opened: OpenedMessage[] = [];
  for (const message of stored) opened.push(await openMessage(open, message, found));
  return { opened, ...found };
}

/** `logs`: the key logs that the other side has seen. */
type Found = { ends: Map<string, ChainEnd>; logs: LogPin[] };

async function openMessage(open: OpenCase, stored: StoredMessage, { ends, logs }: Found): Promise<OpenedMessage> {
  const { messageId, sequence, sender, sentAt } = stored;
  const header = fromBase64(stored.header);
  const floeHeader = fromBase64(stored.floeHeader);
  try {
    const before = ends.get(toHex(parsePublicHeader(header, floeHeader).senderKeyId));
    const { chunks, ...proven } = await openContainer({
      header,
      floeHeader,
      seal: fromBase64(stored.seal),
      body: [fromBase64(stored.body)],
      caseKey: open.key,
      expect: {
        type: "message",
        scopeId: open.key.scopeId,
        sequence: (before?.sequence ?? 0n) + 1n,
        previous: before?.messageId ?? new Uint8Array(32),
      },
      senderKeys: (keyId) => open.senderKeys(keyId, new Date(sentAt)),
    });
    ends.set(toHex(proven.senderKeyId), { sequence: proven.sequence, messageId: proven.messageId });
    if (proven.meta.log && !equalBytes(proven.senderKeyId, open.me.keyId)) logs.push(proven.meta.log);
    const content = withDocumentIds(open, readMessage(await new Blob(chunks).text()));
    const missing = (proven.meta.refs ?? []).filter(({ message_id }) => !open.documentIds.has(message_id)).length;
    const isByDeputy = open.isDeputy(toHex(proven.senderKeyId), new Date(sentAt));
    return { messageId, sequence, sender: senderOf(open, proven.senderKeyId), sentAt, isByDeputy, content, missing };
  } catch (error) {
    // A fault of our own must not be shown as somebody else's missing proof.
    if (!(error instanceof CryptoError)) throw error;
    return { messageId, sequence, sender, sentAt, isByDeputy: false, content: null, missing: 0 };
  }
}

/** From the digests that a message names to the documents of the case; what is not there counts as missing. */
function withDocumentIds({ documentIds }: OpenCase, content: MessageContent | null): MessageContent | null {
  if (!content?.parts) return content;
  const parts = content.parts.map(({ documents, ...item }) => ({
    ...item,
    documents: documents.flatMap((digest) => documentIds.get(digest) ?? []),
  }));
  return { ...content, parts };
}

/** Throws unless the authority's receipt names exactly what was sent from here. */
export async function checkReceipt(
  { directory, unitId, me }: OpenCase,
  caseId: string,
  sent: readonly Sent[],
  answer: ReceiptAnswer,
) {
  const signed = { payload: fromBase64(answer.receipt.payload), signature: fromBase64(answer.receipt.signature) };
  const receipt = await verifyReceipt({
    receipt: signed,
    receiptKeys: directory.receiptKeys,
    expect: {
      authority: directory.authority,
      caseId,
      senderKeyId: me.keyId,
      messageIds: sent.map(({ messageId }) => messageId),
    },
  });
  if (receipt.unit_id !== unitId) throw new CryptoError("E_RECEIPT_CONTEXT");
  return {
    reference: receipt.reference,
    receivedAt: receipt.received_at,
    count: receipt.count,
    authority: directory.name,
    link: receiptLinkOf(signed, directory.rootFingerprint),
  };
}

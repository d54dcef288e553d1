import { CryptoError, type LogPin, messageIdOf, toHex } from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import type { MessageContent } from "@dvd/domain/message/content";
import { fromBase64, toBase64 } from "./base64.ts";
import { checkStoredReceipt } from "./check-stored-receipt.ts";
import {
  beginDocument,
  type ChainEnd,
  checkReceipt,
  chunksOf,
  openDocument,
  openMessages,
  type Sent,
  type SentDocument,
  sealText,
} from "./contents.ts";
import { compareLogs, logsToCompare } from "./compare-logs.ts";
import { type CopyRequest, type Looked, sealCopy } from "./copies.ts";
import { createFormerKeys } from "./former-keys.ts";
import { inspectOffice } from "./inspect-office.ts";
import { createKeyHolder } from "./key-holder.ts";
import { indexedDbKeystore } from "./keystore.ts";
import { serve } from "./rpc.ts";
import { noPins, readDirectory } from "./trust.ts";
import { codeOf, uploadParts } from "./upload-part.ts";
import type { KeysAnswer, ReceiptAnswer, StoredDocument, StoredMessage } from "./wire-types.ts";

/**
 * The worker that holds the keys. The page gets ciphertext, public keys and decrypted content from here, never a
 * private key. It is started from a string inside the page's own scripts, because no browser checks the integrity of a
 * worker's file.
 */
const ports = { keystore: indexedDbKeystore, now: () => new Date() };
const { caseOf, freshCaseOf, ...holder } = createKeyHolder(ports);
const formerKeys = createFormerKeys(ports);

const uploads = new Map<string, Awaited<ReturnType<typeof beginDocument>> & { caseId: string }>();
const sent = new Map<string, (Sent | SentDocument)[]>();
/** Per case: the newest message of one's own that was proven; the next one is chained to it. */
const lastOwn = new Map<string, ChainEnd>();

/** Per case: the key logs that the other side has seen, as it told us in its messages. */
const logsSeen = new Map<string, LogPin[]>();
/** Logs that are known to be ours at another time. */
const compared = new Set<string>();

const remember = (caseId: string, item: Sent | SentDocument) => sent.set(caseId, [...(sent.get(caseId) ?? []), item]);
const isDocument = (item: Sent | SentDocument): item is SentDocument => "containerId" in item;

const methods = {
  ...holder,
  ...formerKeys,

  lock() {
    holder.lock();
    formerKeys.lock();
  },

  sealCopy: (of: { caseId: string; account: string; request: CopyRequest }, looked: Looked) =>
    sealCopy(freshCaseOf(of.caseId), of, looked, new Date()),

  async beginUpload(caseId: string, documentId: string, file: File) {
    const upload = await beginDocument(freshCaseOf(caseId), file);
    uploads.set(documentId, { ...upload, caseId });
    return { header: upload.header, floeHeader: upload.floeHeader, bodyLength: upload.bodyLength };
  },

  /** Seals and sends; parts that the server already has are only sealed. Returns the seal for `finishUpload`. */
  async sendUpload(documentId: string, stored: number[], onProgress?: (sentBytes: number) => void) {
    const upload = uploads.get(documentId);
    if (!upload) throw new CryptoError("E_STATE");
    await uploadParts(documentId, upload.parts(), stored, onProgress);
    const { seal, messageId } = await upload.finish();
    remember(upload.caseId, { id: documentId, messageId, containerId: upload.containerId });
    uploads.delete(documentId);
    return toBase64(seal);
  },

  async sealText(caseId: string, content: MessageContent) {
    const sealed = await sealText(freshCaseOf(caseId), lastOwn.get(caseId) ?? null, content);
    return sealed.message;
  },

  async sealFirstText(caseId: string, content: MessageContent) {
    const documents = (sent.get(caseId) ?? []).filter(isDocument);
    const sealed = await sealText(freshCaseOf(caseId), null, content, documents);
    remember(caseId, { id: sealed.message.messageId, messageId: sealed.messageId });
    return sealed.message;
  },

  checkReceipt: (caseId: string, answer: ReceiptAnswer) =>
    checkReceipt(caseOf(caseId), caseId, sent.get(caseId) ?? [], answer),

  /** Under the very statements that are saved with the receipt, so that the file proves what the page says. */
  async checkStoredReceipt(caseId: string, receipt: ReceiptAnswer["receipt"], seals: string[], answer: KeysAnswer) {
    const { directory, unitId } = caseOf(caseId);
    const { authority, rootFingerprint, log } = directory;
    const pins = { ...noPins, roots: { [authority]: rootFingerprint }, log };
    const current = await readDirectory(authority, answer, pins, new Date());
    const known = await Promise.all(seals.map((seal) => messageIdOf(fromBase64(seal))));
    return checkStoredReceipt(current, caseId, unitId, receipt, known);
  },

  inspectOffice: (tenantId: string, unitId: string, answer: KeysAnswer) =>
    inspectOffice(tenantId, unitId, answer, new Date()),

  /** The whole conversation from its first message: a chain cannot be checked from its middle. */
  async openMessages(caseId: string, stored: StoredMessage[]) {
    const open = caseOf(caseId);
    const { opened, ends, logs } = await openMessages(open, stored);
    logsSeen.set(caseId, logs);
    const own = ends.get(toHex(open.me.keyId));
    // A shorter history than before would make the next message a second one with the same number.
    if (own && own.sequence < (lastOwn.get(caseId)?.sequence ?? 0n)) throw new CryptoError("E_SEQ");
    if (own) lastOwn.set(caseId, own);
    return opened;
  },

  /** Empty when the other side tells of no other key log than the one that we were shown. */
  logsToCompare: (caseId: string) => logsToCompare(caseOf(caseId).directory.log, logsSeen.get(caseId) ?? [], compared),

  /** `growth` leads from each of them to the next; without it somebody was lied to. */
  compareLogs: (logs: LogPin[], growth: string[][]) => compareLogs(logs, growth, compared),

  async openDocument(caseId: string, stored: StoredDocument) {
    const response = await fetch(`${location.origin}/api/documents/${stored.documentId}/body`);
    if (!response.ok || !response.body) throw new DomainError(await codeOf(response));
    return openDocument(caseOf(caseId), stored, chunksOf(response.body));
  },
};

export type WorkerMethods = typeof methods;

serve(methods, globalThis);

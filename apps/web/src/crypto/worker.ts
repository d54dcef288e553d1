import { CryptoError, type LogPin, messageIdOf, parsePublicHeader, toHex } from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import type { MessageContent, RequestedItem } from "@dvd/domain/message/content";
import type { Days } from "@dvd/domain/tenant/deputyship";
import { fromBase64 } from "./base64.ts";
import type { ChosenOffice } from "./begin-case.ts";
import { checkStoredReceipt } from "./check-stored-receipt.ts";
import { type CasePurpose, createBegunCases } from "./begun-cases.ts";
import { createBundles } from "./bundles.ts";
import { indexedDbCases } from "./case-store.ts";
import {
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
import { fetchInTurn } from "./fetch-in-turn.ts";
import { createFirstTexts, isDocument } from "./first-text.ts";
import { createFormerKeys } from "./former-keys.ts";
import { createDeviceDrafts, indexedDbDrafts } from "./device-drafts.ts";
import { inspectOffice } from "./inspect-office.ts";
import { createKeyHolder } from "./key-holder.ts";
import { indexedDbKeystore } from "./keystore.ts";
import { createLeftovers } from "./leftovers.ts";
import { retryAfterOf } from "./retry-after.ts";
import { serve } from "./rpc.ts";
import { sweepDevice } from "./sweep-device.ts";
import { noPins, readDirectory } from "./trust.ts";
import { refusalCode } from "./refusal-code.ts";
import { entrustCase, type NamedDeputy } from "./units/entrust-case.ts";
import { resealCase } from "./units/reseal-case.ts";
import { keptFiles } from "./uploads/kept-files.ts";
import { indexedDbRecords } from "./uploads/upload-records.ts";
import { createUploads, type SignedFile, type StoredPart } from "./uploads/uploads.ts";
import type { KeysAnswer, ReceiptAnswer, StoredDocument, StoredMessage } from "./wire-types.ts";

/**
 * The worker that holds the keys. The page gets ciphertext, public keys and decrypted content from here, never a
 * private key. It is started from a string inside the page's own scripts, because no browser checks the integrity of a
 * worker's file.
 */
const ports = { keystore: indexedDbKeystore, now: () => new Date() };
const { caseOf, freshCaseOf, ...holder } = createKeyHolder(ports);
const formerKeys = createFormerKeys(ports);

const uploadPorts = { records: indexedDbRecords, files: keptFiles, caseOf: freshCaseOf, now: ports.now };
const { removeFilesBefore, ...uploads } = createUploads(uploadPorts);
const begunCases = createBegunCases(indexedDbCases, ports.now);

const { endBundle, removeFile } = createBundles(uploads, begunCases);
const { forgetDrafts, sweepDrafts, ...deviceDrafts } = createDeviceDrafts(indexedDbDrafts, ports.now, endBundle);
const sent = new Map<string, (Sent | SentDocument)[]>();
/** Per case: the newest message of one's own that was proven; the next one is chained to it. */
const lastOwn = new Map<string, ChainEnd>();

/** Per case: the key logs that the other side has seen, as it told us in its messages. */
const logsSeen = new Map<string, LogPin[]>();
/** Logs that are known to be ours at another time. */
const compared = new Set<string>();

const remember = (caseId: string, item: Sent | SentDocument) => sent.set(caseId, [...(sent.get(caseId) ?? []), item]);

/** Named once in the first message and expected once in the receipt, however often it was asked for. */
async function rememberDocument(signed: SignedFile) {
  const { caseId, documentId: id, header, floeHeader, seal } = signed;
  const { containerId } = parsePublicHeader(fromBase64(header), fromBase64(floeHeader));
  const known = sent.get(caseId) ?? [];
  if (!known.some((item) => item.id === id))
    remember(caseId, { id, containerId, messageId: await messageIdOf(fromBase64(seal)) });
  return signed;
}

export type Attached = RequestedItem & { documentIds: readonly string[] };

function digestsOf(documents: readonly SentDocument[], ids: readonly string[]) {
  return ids.map((id) => {
    const found = documents.find((document) => document.id === id);
    // Not signed here: whoever reads the message could not know which document is meant.
    if (!found) throw new CryptoError("E_STATE");
    return toHex(found.messageId);
  });
}

const methods = {
  ...holder,
  ...formerKeys,
  ...deviceDrafts,

  lock() {
    uploads.stopAll();
    holder.lock();
    formerKeys.lock();
  },

  /** Locks, and this device keeps nothing of the account: no key, no file, no draft, no case that was begun. */
  async forget(accountId: string) {
    uploads.stopAll();
    await uploads.removeFiles(accountId);
    await begunCases.forgetAll(accountId);
    await forgetDrafts(accountId);
    await holder.forget(accountId);
  },

  sealCopy: (of: { caseId: string; account: string; request: CopyRequest }, looked: Looked) =>
    sealCopy(freshCaseOf(of.caseId), of, looked, new Date()),

  resealCase: (caseId: string) => resealCase(freshCaseOf(caseId), new Date()),

  entrustCase: (caseId: string, deputy: NamedDeputy, days: Days) =>
    entrustCase(freshCaseOf(caseId), caseId, deputy, days, new Date()),

  ...uploads,

  async beginCase(caseId: string, office: ChosenOffice, answer: KeysAnswer) {
    return holder.beginCase(caseId, office, answer, (await begunCases.secretOf(caseId)) ?? undefined);
  },

  removeFile,

  /** The case for what somebody is about to send: the same one after a reload. */
  caseFor: (purpose: CasePurpose) => begunCases.caseFor(purpose),

  async sealFile(fileId: string, stored: StoredPart[]) {
    return rememberDocument(await uploads.sealFile(fileId, stored));
  },

  async sealedFile(fileId: string) {
    const signed = await uploads.sealedFile(fileId);
    return signed && rememberDocument(signed);
  },

  /** It has arrived, or was given up: this device keeps nothing of its content. */
  endBundle,

  /** Its receipt was shown. Other windows with the same draft find out by it, however late they look. */
  settleCase: begunCases.settle,
  sentCase: begunCases.sentCase,

  /** It has never arrived and never can: the next try begins another one, with the same documents. */
  forgetCase: (caseId: string) => begunCases.forgetCase(caseId),

  /** `attached`: which of the documents that were signed here belongs to what was asked for. */
  async sealText(caseId: string, content: MessageContent, attached: readonly Attached[] = []) {
    const documents = (sent.get(caseId) ?? []).filter(isDocument);
    const parts = attached.map(({ documentIds, ...item }) => ({
      ...item,
      documents: digestsOf(documents, documentIds),
    }));
    const named = documents.filter(({ id }) => attached.some(({ documentIds }) => documentIds.includes(id)));
    const whole = parts.length > 0 ? { ...content, parts } : content;
    const sealed = await sealText(freshCaseOf(caseId), lastOwn.get(caseId) ?? null, whole, named);
    return sealed.message;
  },

  ...createLeftovers(begunCases, indexedDbRecords),

  ...createFirstTexts({ cases: begunCases, caseOf: freshCaseOf, sent }),

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
    if (ends.has(open.citizen.first.keyId)) open.isKeyProven = true;
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
    const address = `${location.origin}/api/documents/${stored.documentId}/body`;
    const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
    const response = await fetchInTurn(() => fetch(address), { wait, random: Math.random });
    if (!response.ok || !response.body) {
      const retryAfterSeconds = retryAfterOf(response.headers.get("retry-after"));
      throw new DomainError(refusalCode(await response.json().catch(() => null)), { retryAfterSeconds });
    }
    return openDocument(caseOf(caseId), stored, chunksOf(response.body));
  },
};

export type WorkerMethods = typeof methods;

serve(methods, globalThis);

// Storage that fails now fails again where somebody waits for it, and is told.
void sweepDevice({
  drafts: { sweepDrafts },
  uploads: { removeFilesBefore },
  cases: begunCases,
  now: ports.now,
}).catch(() => undefined);

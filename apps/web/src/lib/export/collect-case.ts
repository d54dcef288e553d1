import { statusWords } from "@dvd/domain/case/lifecycle";
import { keyHolder } from "../../crypto/client.ts";
import type { OpenedMessage } from "../../crypto/contents.ts";
import type { CaseAnswer, CaseEvent, StoredDocument } from "../../crypto/wire-types.ts";
import { readCaseEvents } from "../cases/read-case-events.ts";
import type { CasePorts, OpenedCase } from "../cases/open-case.ts";
import { openFile } from "../cases/open-file.ts";
import { type Conversation, readConversation } from "../cases/read-conversation.ts";
import { openOwnCase } from "../copies/open-own-case.ts";
import { problemOf } from "../problem.ts";
import { readReceipt } from "../receipts/read-receipt.ts";
import type { ZipEntry } from "../archive/zip.ts";
import type { ExportedCase, ExportedDocument, ExportedMessage } from "./export-data.ts";
import type { ExportWords } from "./export-words.ts";

export type Collector = {
  ports: CasePorts;
  words: ExportWords;
  /** Each path once, whatever the case or its documents are called. */
  pathFor: (path: string) => string;
  now: Date;
  onProgress: (step: { document: number; documents: number }) => void;
  /** Something could not be taken along; what and why is said in the data. */
  onGap: () => void;
};

/**
 * Everything of one case: yields its files, returns what is to be said about it. A file whose seal does not fit is named
 * as missing; a lost connection ends the whole, because an archive with holes of that kind would look complete.
 */
export async function* collectCase(collector: Collector, caseId: string): AsyncGenerator<ZipEntry, ExportedCase> {
  const { ports, words } = collector;
  const own = await openOwnCase(ports, caseId);
  const { summary } = own.is === "open" ? own.opened : own.answer;
  const events = await readCaseEvents(ports.client, caseId, []);
  const base = { ...aboutCase(summary, words), history: events.map((event) => historyOf(event, words)) };
  if (own.is !== "open") {
    collector.onGap();
    const locked = words.locked[own.is];
    return { ...base, locked, messages: [], documents: [], receipt: null, receiptMissing: null };
  }
  const { opened } = own;
  const folder = collector.pathFor(folderName(summary.reference));
  const conversation = await readConversation(ports.client, caseId, []);
  const documents: ExportedDocument[] = [];
  for (const [place, document] of opened.documents.entries()) {
    collector.onProgress({ document: place + 1, documents: opened.documents.length });
    documents.push(yield* collectDocument(collector, caseId, document, folder));
  }
  const receipt = yield* collectReceipt(collector, opened, conversation, folder);
  return { ...base, locked: null, messages: conversation.messages.map(messageOf), documents, ...receipt };
}

/** The number comes from the server: only in the shape of one it becomes a folder. */
const folderName = (reference: string) =>
  /^DVD-\d\d-[0-9A-Z]{4}-[0-9A-Z]{3}$/.test(reference) ? reference : "Vorgang";

const aboutCase = (summary: CaseAnswer["summary"], words: ExportWords) => ({
  reference: summary.reference,
  caseId: summary.caseId,
  service: words.serviceTitle(summary.serviceKey),
  authority: summary.authority,
  unit: summary.unit,
  state: words.state(statusWords[summary.state].citizen),
  receivedAt: summary.receivedAt,
  updatedAt: summary.updatedAt,
  dueOn: summary.dueOn,
});

const historyOf = ({ at, actor, kind }: CaseEvent, words: ExportWords) => ({
  at,
  actor,
  kind,
  words: words.event(kind, actor),
});

const messageOf = ({ sentAt, sender, content }: OpenedMessage): ExportedMessage => ({
  at: sentAt,
  sender,
  isProven: content !== null,
  from: content?.from ?? null,
  text: content?.text ?? null,
  request: content?.request ?? null,
  parts: content?.parts ?? null,
});

async function* collectDocument(
  { pathFor, words, onGap }: Collector,
  caseId: string,
  document: StoredDocument,
  folder: string,
): AsyncGenerator<ZipEntry, ExportedDocument> {
  const { documentId, sender, storedAt } = document;
  try {
    const { blob, name, size } = await openFile(caseId, document);
    const file = pathFor(`${folder}/Unterlagen/${name}`);
    yield { name: file, content: blob, at: new Date(storedAt) };
    return { documentId, sender, storedAt, file, name, size, missing: null };
  } catch (error) {
    if (!isUnproven(error)) throw error;
    onGap();
    return { documentId, sender, storedAt, file: null, name: null, size: null, missing: words.unreadable };
  }
}

async function* collectReceipt(
  { ports, pathFor, words, now, onGap }: Collector,
  opened: OpenedCase,
  conversation: Conversation,
  folder: string,
): AsyncGenerator<ZipEntry, Pick<ExportedCase, "receipt" | "receiptMissing">> {
  if (!opened.receipt) return { receipt: null, receiptMissing: null };
  try {
    const proven = await readReceipt(ports.client, keyHolder(), opened, opened.receipt, conversation);
    const json = pathFor(`${folder}/Empfangsbestaetigung.json`);
    yield { name: json, content: words.receiptFile(opened.receipt, proven), at: now };
    const pdf = pathFor(`${folder}/Empfangsbestaetigung.pdf`);
    yield { name: pdf, content: words.receiptPdf(proven), at: now };
    return { receipt: { json, pdf }, receiptMissing: null };
  } catch (error) {
    if (!isUnproven(error)) throw error;
    onGap();
    return { receipt: null, receiptMissing: words.receiptUnproven };
  }
}

/** A proof that does not fit stays so; everything else may go better the next time. */
const isUnproven = (error: unknown) => problemOf(error).kind === "keys";

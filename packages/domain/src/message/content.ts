import { evidenceIdPattern } from "../service/service.ts";

/**
 * What is inside a sealed message. The server never sees it, so nobody but the reader's device can validate it: what
 * was decrypted is treated like any input from outside.
 */
export const messageMediaType = "application/vnd.direktvermittlung.message+json";

export type MessageContent = {
  /** How the sender wants to be called. Only the signature says who it was. */
  from: string;
  text: string;
  /** An official asks for evidence. */
  request?: EvidenceRequest;
  /** A citizen says which documents are which. */
  parts?: readonly AnsweredPart[];
};

/**
 * A document that is asked for, in the words of the authority. `evidence` is its id in the list of the service, if it was
 * ticked there: with it a reader's page finds the same thing in their language. The words stay what was asked.
 */
export type RequestedItem = { label: string; evidence?: string };

/** What is missing, and until when (`2026-12-02`). */
export type EvidenceRequest = { items: readonly RequestedItem[]; dueOn: string };

/** Documents by the digest of their seal (hex), as a receipt names them: the server cannot exchange them. */
export type AnsweredPart = RequestedItem & { documents: readonly string[] };

export const messageLimits = { from: 200, text: 20_000, items: 20, label: 200, documentsPerItem: 20 } as const;

export const writeMessage = ({ from, text, request, parts }: MessageContent) =>
  JSON.stringify({ version: 1, from, text, request, parts });

/** Null when it is not a message of ours: another version, another shape, or too long. */
export function readMessage(json: string): MessageContent | null {
  const value = parse(json);
  if (!isObject(value) || value["version"] !== 1) return null;
  const { from, text, request, parts } = value;
  if (!isText(from, messageLimits.from) || !isText(text, messageLimits.text)) return null;
  if (request !== undefined && !isRequest(request)) return null;
  if (parts !== undefined && !isParts(parts)) return null;
  return {
    from,
    text,
    ...(request && { request: { items: request.items.map(itemOf), dueOn: request.dueOn } }),
    ...(parts && { parts: parts.map((part) => ({ ...itemOf(part), documents: part.documents })) }),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const isText = (value: unknown, most: number): value is string => typeof value === "string" && value.length <= most;
const isLabel = (value: unknown): value is string => isText(value, messageLimits.label) && value.trim() !== "";
const isListOf = <T>(value: unknown, most: number, isItem: (item: unknown) => item is T): value is T[] =>
  Array.isArray(value) && value.length <= most && value.every(isItem);
const isDay = (value: unknown): value is string =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
const isDigest = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

const isEvidenceId = (value: unknown): value is string => typeof value === "string" && evidenceIdPattern.test(value);
const isItem = (value: unknown): value is RequestedItem =>
  isObject(value) && isLabel(value["label"]) && (value["evidence"] === undefined || isEvidenceId(value["evidence"]));

/** Before there were ids, words alone were sealed: messages are never sealed again, so they are read for good. */
const isWordsOrItem = (value: unknown): value is string | RequestedItem => isLabel(value) || isItem(value);
type SealedRequest = { items: readonly (string | RequestedItem)[]; dueOn: string };

const itemOf = (item: string | RequestedItem): RequestedItem => {
  if (typeof item === "string") return { label: item };
  return { label: item.label, ...(item.evidence !== undefined && { evidence: item.evidence }) };
};

const isRequest = (value: unknown): value is SealedRequest =>
  isObject(value) &&
  isListOf(value["items"], messageLimits.items, isWordsOrItem) &&
  value["items"].length > 0 &&
  isDay(value["dueOn"]);

const isPart = (value: unknown): value is AnsweredPart =>
  isObject(value) && isListOf(value["documents"], messageLimits.documentsPerItem, isDigest) && isItem(value);

const isParts = (value: unknown): value is AnsweredPart[] => isListOf(value, messageLimits.items, isPart);

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

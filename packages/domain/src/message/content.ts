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

/** What is missing, in the words of the authority, and until when (`2026-12-02`). */
export type EvidenceRequest = { items: readonly string[]; dueOn: string };

/** Documents by the digest of their seal (hex), as a receipt names them: the server cannot exchange them. */
export type AnsweredPart = { label: string; documents: readonly string[] };

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
    ...(request && { request: { items: request.items, dueOn: request.dueOn } }),
    ...(parts && { parts: parts.map(({ label, documents }) => ({ label, documents })) }),
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

const isRequest = (value: unknown): value is EvidenceRequest =>
  isObject(value) &&
  isListOf(value["items"], messageLimits.items, isLabel) &&
  value["items"].length > 0 &&
  isDay(value["dueOn"]);

const isPart = (value: unknown): value is AnsweredPart =>
  isObject(value) && isLabel(value["label"]) && isListOf(value["documents"], messageLimits.documentsPerItem, isDigest);

const isParts = (value: unknown): value is AnsweredPart[] => isListOf(value, messageLimits.items, isPart);

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

import { canonicalJson } from "../canonical-json.ts";
import type { Answers } from "./definition.ts";

/** What is inside a sealed draft: enough to go on where somebody stopped, on a device that knows nothing of it. */
export type DraftContent = {
  serviceKey: string;
  /** Address of the service's pages. */
  slug: string;
  /** Version of the form that was filled in. */
  form: number;
  postalCode: string;
  /** The municipality, where the postal code alone does not say who is responsible. */
  ars: string | null;
  answers: Answers;
  isWithoutDocuments: boolean;
  /** What was picked so far, in order. The files stay where they were picked; another device asks for them again. */
  documents: readonly DraftDocument[];
  /** Where the person was. */
  step: string;
};

export type DraftDocument = { slot: string; name: string; size: number };

const limits = { fields: 600, text: 10_000, documents: 50 } as const;

/** A draft for which nothing was picked says nothing about documents. */
export const writeDraft = ({ documents, ...content }: DraftContent) =>
  canonicalJson({ version: 1, ...content, ...(documents.length > 0 && { documents }) });

/** In one order, on whichever device they were picked: who only looks at a draft does not change it. */
export const draftDocuments = (documents: readonly DraftDocument[]): DraftDocument[] =>
  documents
    .map(({ slot, name, size }) => ({ slot, name, size }))
    .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
    .slice(0, limits.documents);

/** What a draft names and is not among these. Two that look alike are two. */
export function documentsBeside(named: readonly DraftDocument[], here: readonly DraftDocument[]): DraftDocument[] {
  const rest = here.map(keyOf);
  return named.filter((document) => {
    const place = rest.indexOf(keyOf(document));
    if (place >= 0) rest.splice(place, 1);
    return place < 0;
  });
}

const keyOf = ({ slot, name, size }: DraftDocument) => JSON.stringify([slot, name, size]);

/** Null when it is no draft of ours: another version, another shape, too much, or spelled otherwise. */
export function readDraft(json: string): DraftContent | null {
  const value = parse(json);
  if (typeof value !== "object" || value === null || !("version" in value) || value.version !== 1) return null;
  const { version: _, ...written } = value;
  const content = { documents: [], ...written };
  return isContent(content) && writeDraft(content) === json ? content : null;
}

const shape = {
  serviceKey: isText,
  slug: (value: unknown) => isText(value) && /^[a-z0-9-]+$/.test(value),
  form: Number.isSafeInteger,
  postalCode: isText,
  ars: (value: unknown) => value === null || isText(value),
  answers: isTexts,
  isWithoutDocuments: (value: unknown) => typeof value === "boolean",
  documents: isDocuments,
  step: isText,
} as const satisfies Record<keyof DraftContent, (value: unknown) => boolean>;

function isContent(value: object): value is DraftContent {
  const own = new Map<string, unknown>(Object.entries(value));
  const fields = Object.entries(shape);
  return own.size === fields.length && fields.every(([name, holds]) => own.has(name) && holds(own.get(name)));
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.length <= limits.text;
}

function isTexts(value: unknown): value is Answers {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const texts = Object.values(value);
  return texts.length <= limits.fields && texts.every(isText);
}

function isDocuments(value: unknown): value is DraftDocument[] {
  return Array.isArray(value) && value.length <= limits.documents && value.every(isDocument);
}

function isDocument(value: unknown): value is DraftDocument {
  if (typeof value !== "object" || value === null) return false;
  const { slot, name, size, ...more } = { slot: null, name: null, size: null, ...value };
  return isText(slot) && isText(name) && Number.isSafeInteger(size) && Object.keys(more).length === 0;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

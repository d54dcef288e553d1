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
  /** Where the person was. */
  step: string;
};

const limits = { fields: 600, text: 10_000 } as const;

export const writeDraft = (content: DraftContent) => canonicalJson({ version: 1, ...content });

/** Null when it is no draft of ours: another version, another shape, too much, or spelled otherwise. */
export function readDraft(json: string): DraftContent | null {
  const value = parse(json);
  if (typeof value !== "object" || value === null || !("version" in value) || value.version !== 1) return null;
  const { version: _, ...content } = value;
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

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

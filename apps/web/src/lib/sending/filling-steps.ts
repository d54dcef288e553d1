import type { FormDefinition } from "@dvd/domain/form/definition";
import { askedEvidence, reachablePages } from "@dvd/domain/form/pages";
import { firstOpenPage } from "@dvd/domain/form/validate";
import type { EvidenceText } from "../../components/services/service.ts";
import type { Draft } from "./draft.ts";

export type StepName = "place" | `form:${string}` | "documents" | "check" | "key";

type Filled = {
  form: FormDefinition;
  draft: Draft;
  evidence: readonly EvidenceText[];
  /** Places for documents that hold one. */
  usedSlots: ReadonlySet<string>;
};

/** What is asked of this person, in order. Answers add and remove steps, but never one before the answer. */
export function stepsOf({ form, draft, evidence }: Omit<Filled, "usedSlots">, isNew: boolean): StepName[] {
  const pages = reachablePages(form, draft.answers).map(({ id }) => `form:${id}` as const);
  const documents = askedEvidence(form, draft.answers, evidence).length > 0 ? (["documents"] as const) : [];
  return ["place", ...pages, ...documents, "check", ...(isNew ? (["key"] as const) : [])];
}

/** The first step that still needs the person; the check page when none does. */
export function firstOpenStep(filled: Filled, today: string): StepName {
  const { form, draft } = filled;
  if (!draft.office) return "place";
  const page = firstOpenPage(form, draft.answers, today);
  if (page) return `form:${page.id}`;
  const isComplete = missingEvidence(filled).length === 0 && elsewhereOf(filled).length === 0;
  return isComplete || draft.isWithoutDocuments ? "check" : "documents";
}

/** What was picked on another device for something that is asked for with these answers. */
export const elsewhereOf = ({ form, draft, evidence }: Omit<Filled, "usedSlots">) => {
  const asked = askedEvidence(form, draft.answers, evidence);
  return draft.elsewhere.filter(({ slot }) => asked.some(({ id }) => id === slot));
};

/** What is asked for with these answers, and not there yet. */
export const missingEvidence = ({ form, draft, evidence, usedSlots }: Filled) =>
  askedEvidence(form, draft.answers, evidence).filter(({ id, required }) => required && !usedSlots.has(id));

import type { AppRouter } from "@dvd/api/root";
import type { Answers, FormDefinition } from "@dvd/domain/form/definition";
import type { DraftDocument } from "@dvd/domain/form/draft-content";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>;
export type Office = Outputs["directory"]["findOffice"];
export type PublishedForm = Outputs["forms"]["getForm"];

/** What a person wants to send, as they typed it; their documents are in a queue of their own (`lib/uploads`). */
export type Draft = {
  postalCode: string;
  office: Office | null;
  answers: Answers;
  /** They go on without a document that is asked for, and hand it in later. */
  isWithoutDocuments: boolean;
  /** Picked on another device: here they have to be picked again, or done without. */
  elsewhere: readonly DraftDocument[];
};

export const emptyDraft: Draft = {
  postalCode: "",
  office: null,
  answers: {},
  isWithoutDocuments: false,
  elsewhere: [],
};

export const isUntouched = ({ postalCode, answers }: Draft) =>
  postalCode === "" && Object.values(answers).every((value) => value === "");

/** Five digits, also from "05123 Musterfurt". Null when there are none. */
export const readPostalCode = (typed: string) => /^\D*(\d{5})(?!\d)/.exec(typed)?.[1] ?? null;

/** The postal code that decides who is responsible is not asked for again in an address of that place. */
export function withPlace(form: FormDefinition, draft: Draft): Draft {
  const fields = form.pages
    .flatMap(({ questions }) => questions)
    .flatMap((question) => (question.type === "address" && question.isHere ? [`${question.id}.postalCode`] : []))
    .filter((field) => !draft.answers[field]);
  if (draft.office === null || fields.length === 0) return draft;
  return {
    ...draft,
    answers: { ...draft.answers, ...Object.fromEntries(fields.map((field) => [field, draft.postalCode])) },
  };
}

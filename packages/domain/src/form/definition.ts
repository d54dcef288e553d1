import type { LocalText } from "../service/service.ts";

/**
 * A form is data: an authority writes it, a version of it is published and never changed. What can be asked is a closed
 * list, so that every question is accessible, validated and readable at the other end without code of its own.
 */
export type FormLanguage = keyof LocalText;

export type Option = { id: string; label: LocalText; hint?: LocalText };

type Common = {
  /** Names the answer in documents and drafts; unique in its form, and never used again for another question. */
  id: string;
  label: LocalText;
  hint?: LocalText;
  isOptional?: true;
};

export type Question = Common &
  (
    | { type: "short-text" | "long-text"; autocomplete?: string; maxLength?: number }
    | { type: "yes-no" }
    | { type: "choice" | "several"; options: readonly Option[] }
    | { type: "date"; autocomplete?: "bday"; when?: "past" | "future" }
    | { type: "number"; min: number; max: number }
    /** Euros; `max` as well. */
    | { type: "amount"; max: number }
    | { type: "name" }
    /** `isHere`: it lies in the place that was asked for at the beginning, so its postal code is known. */
    | { type: "address"; isHere?: true }
    | { type: "email" | "phone" | "iban" }
  );
export type QuestionType = Question["type"];

/** About an answer given earlier. What was not asked, or asked on a path that was left, is as good as not answered. */
export type Condition =
  | { question: string; isOneOf: readonly string[] }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] };

/** One question, or a few that belong together under one legend. */
export type FormPage = {
  id: string;
  /** A word or two, for headings and overviews. */
  title: LocalText;
  questions: readonly Question[];
  showIf?: Condition;
};

export type FormDefinition = {
  id: string;
  pages: readonly FormPage[];
  /** Whose answers begin the conversation: how the person wants to be called, and what they have to say themselves. */
  message: { from: string; text?: string };
  /** Evidence of the service, by its id, that is asked for in some cases only. */
  evidence?: Readonly<Record<string, Condition>>;
};

/** One string for each field, as it was typed: `question` or `question.part`. */
export type Answers = Readonly<Record<string, string>>;

export const partsOf = {
  date: ["day", "month", "year"],
  name: ["given", "family"],
  address: ["street", "postalCode", "place"],
} as const;

const isComposed = (type: QuestionType): type is keyof typeof partsOf => type in partsOf;

/** The fields of a question, in the order in which they are asked. One box for each option of `several`. */
export function fieldsOf(question: Question): readonly string[] {
  const within = (parts: readonly string[]) => parts.map((part) => `${question.id}.${part}`);
  if (question.type === "several") return within(question.options.map(({ id }) => id));
  return isComposed(question.type) ? within(partsOf[question.type]) : [question.id];
}

export const valueOf = (answers: Answers, field: string) => (answers[field] ?? "").trim();

export const isAnswered = (question: Question, answers: Answers) =>
  fieldsOf(question).some((field) => valueOf(answers, field) !== "");

export const maxLengthOf = (question: Question) => {
  if (question.type === "long-text") return question.maxLength ?? 4000;
  return question.type === "short-text" ? (question.maxLength ?? 200) : 200;
};

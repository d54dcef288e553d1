import {
  type Answers,
  fieldsOf,
  type FormDefinition,
  type FormPage,
  isAnswered,
  maxLengthOf,
  type Question,
  valueOf,
} from "./definition.ts";
import { reachablePages } from "./pages.ts";
import { isEmail, isPhone, readAmount, readDate, readIban, readWholeNumber } from "./read-values.ts";

export const faultCodes = [
  "missing",
  "choose",
  "incomplete",
  "too-long",
  "no-such-date",
  "not-past",
  "not-future",
  "not-a-number",
  "out-of-range",
  "not-an-amount",
  "too-much",
  "not-a-postal-code",
  "not-an-email",
  "not-a-phone",
  "not-an-iban",
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** Where and why; the sentence for it is in the dictionary under the code, filled in with `limits`. */
export type Fault = { question: Question; field: string; code: FaultCode; limits?: { min?: number; max?: number } };

const chosen = ["yes-no", "choice", "several"];

function faultOf(question: Question, answers: Answers, today: string): Omit<Fault, "question"> | null {
  const fields = fieldsOf(question);
  const [first = question.id] = fields;
  if (!isAnswered(question, answers)) {
    if (question.isOptional) return null;
    return { field: first, code: chosen.includes(question.type) ? "choose" : "missing" };
  }
  const max = maxLengthOf(question);
  const long = fields.find((field) => valueOf(answers, field).length > max);
  if (long) return { field: long, code: "too-long", limits: { max } };
  const code = faultOfValue(question, answers, today);
  if (code) return { field: first, ...code };
  return null;
}

type Finding = Partial<Pick<Fault, "field" | "limits">> & Pick<Fault, "code">;

function faultOfValue(question: Question, answers: Answers, today: string): Finding | null {
  const value = valueOf(answers, question.id);
  const part = (name: string) => valueOf(answers, `${question.id}.${name}`);
  const unless = (isGood: boolean, code: FaultCode): Finding | null => (isGood ? null : { code });
  switch (question.type) {
    case "yes-no":
      return unless(value === "yes" || value === "no", "choose");
    case "choice":
      return unless(
        question.options.some(({ id }) => id === value),
        "choose",
      );
    case "number": {
      const number = readWholeNumber(value);
      if (number === null) return { code: "not-a-number" };
      const { min, max } = question;
      return number < min || number > max ? { code: "out-of-range", limits: { min, max } } : null;
    }
    case "amount": {
      const cents = readAmount(value);
      if (cents === null) return { code: "not-an-amount" };
      return cents > question.max * 100 ? { code: "too-much", limits: { max: question.max } } : null;
    }
    case "date":
      return faultOfDate(question.when, readDate(part("day"), part("month"), part("year")), today);
    case "name":
    case "address": {
      const empty = fieldsOf(question).find((field) => valueOf(answers, field) === "");
      if (empty) return { field: empty, code: "incomplete" };
      if (question.type === "name" || /^\d{5}$/.test(part("postalCode"))) return null;
      return { field: `${question.id}.postalCode`, code: "not-a-postal-code" };
    }
    case "email":
      return unless(isEmail(value), "not-an-email");
    case "phone":
      return unless(isPhone(value), "not-a-phone");
    case "iban":
      return unless(readIban(value) !== null, "not-an-iban");
    case "short-text":
    case "long-text":
    case "several":
    default:
      return null;
  }
}

function faultOfDate(when: "past" | "future" | undefined, date: string | null, today: string): Finding | null {
  if (date === null) return { code: "no-such-date" };
  if (when === "past" && date > today) return { code: "not-past" };
  return when === "future" && date < today ? { code: "not-future" } : null;
}

/** At most one fault for each question. `today` as "2026-11-21", in the time zone of the office. */
export const faultsOfPage = (page: FormPage, answers: Answers, today: string): Fault[] =>
  page.questions.flatMap((question) => {
    const fault = faultOf(question, answers, today);
    return fault ? [{ question, ...fault }] : [];
  });

/** The first page that still needs somebody, or null when everything asked is answered. */
export const firstOpenPage = (form: FormDefinition, answers: Answers, today: string): FormPage | null =>
  reachablePages(form, answers).find((page) => faultsOfPage(page, answers, today).length > 0) ?? null;

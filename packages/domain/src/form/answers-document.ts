import { canonicalJson } from "../canonical-json.ts";
import { answerText } from "./answer-text.ts";
import type { Answers, FormDefinition, FormLanguage, QuestionType } from "./definition.ts";
import { askedQuestions, pruneAnswers } from "./pages.ts";

/**
 * The answers to a form as a sealed document of the case. It says what was asked in the words that the person saw, so
 * that it can be read in ten years, when nobody has that form any more.
 */
export const answersMediaType = "application/vnd.direktvermittlung.answers+json";
export const answersFileName = "angaben.json";

export type AnsweredQuestion = {
  id: string;
  type: QuestionType;
  /** In the language of the person. */
  question: string;
  answer: string;
  /** The same for the office, where the person read another language. */
  german?: { question: string; answer: string };
};

export type AnswersDocument = {
  form: { id: string; version: number; hash: string };
  language: FormLanguage;
  questions: readonly AnsweredQuestion[];
  /** As typed, field by field, for programs. */
  answers: Answers;
};

export const answersLimits = { bytes: 200_000, questions: 200, fields: 600, text: 4_000 } as const;

export function makeAnswers(
  form: FormDefinition,
  published: { version: number; hash: string },
  typed: Answers,
  language: FormLanguage,
): AnswersDocument {
  const answers = pruneAnswers(form, typed);
  const questions = askedQuestions(form, answers).flatMap((question): AnsweredQuestion[] => {
    const answer = answerText(question, answers, language);
    if (answer === "") return [];
    const german = { question: question.label.de, answer: answerText(question, answers, "de") };
    const { id, type, label } = question;
    return [{ id, type, question: label[language], answer, ...(language !== "de" && { german }) }];
  });
  return { form: { id: form.id, ...published }, language, questions, answers };
}

export const writeAnswers = (document: AnswersDocument) => canonicalJson({ version: 1, ...document });

/** Null when it is no such document: another version, a field too many or too few, too long, or spelled otherwise. */
export function readAnswers(json: string): AnswersDocument | null {
  const value = parse(json);
  if (json.length > answersLimits.bytes || !hasExactly(value, ["version", "form", "language", "questions", "answers"]))
    return null;
  const { version, form, language, questions, answers } = value;
  if (version !== 1 || !isForm(form) || !isLanguage(language) || !isTexts(answers)) return null;
  if (!Array.isArray(questions) || questions.length > answersLimits.questions) return null;
  const read: unknown[] = questions;
  if (!read.every(isQuestion)) return null;
  const document = { form, language, questions: read, answers };
  return writeAnswers(document) === json ? document : null;
}

const types: Readonly<Record<QuestionType, true>> = {
  "short-text": true,
  "long-text": true,
  "yes-no": true,
  choice: true,
  several: true,
  date: true,
  number: true,
  amount: true,
  name: true,
  address: true,
  email: true,
  phone: true,
  iban: true,
};

type Fields = Record<string, unknown>;

function hasExactly(value: unknown, names: readonly string[], optional: readonly string[] = []): value is Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const own = Object.keys(value);
  return names.every((name) => own.includes(name)) && own.every((name) => [...names, ...optional].includes(name));
}

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= answersLimits.text;
const isLanguage = (value: unknown): value is FormLanguage => value === "de" || value === "en" || value === "simple";

const isForm = (value: unknown): value is AnswersDocument["form"] =>
  hasExactly(value, ["id", "version", "hash"]) &&
  isText(value["id"]) &&
  Number.isSafeInteger(value["version"]) &&
  typeof value["hash"] === "string" &&
  /^[0-9a-f]{64}$/.test(value["hash"]);

const isQuestion = (value: unknown): value is AnsweredQuestion =>
  hasExactly(value, ["id", "type", "question", "answer"], ["german"]) &&
  isText(value["type"]) &&
  Object.hasOwn(types, value["type"]) &&
  [value["id"], value["question"], value["answer"]].every(isText) &&
  (value["german"] === undefined || isSaid(value["german"]));

const isSaid = (value: unknown) =>
  hasExactly(value, ["question", "answer"]) && isText(value["question"]) && isText(value["answer"]);

const isTexts = (value: unknown): value is Answers =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length <= answersLimits.fields &&
  Object.values(value).every(isText);

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

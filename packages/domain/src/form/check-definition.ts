import type { LocalText } from "../service/service.ts";
import { faultsOfConditions } from "./check-conditions.ts";
import type { FormDefinition, Question } from "./definition.ts";

export const formFaultCodes = [
  "id-invalid",
  "id-repeated",
  "text-missing",
  "page-empty",
  "page-unreachable",
  "nothing-to-choose",
  "limits-crossed",
  "question-unknown",
  "question-later",
  "answer-impossible",
  "paths-too-many",
  "sender-unknown",
  "message-unknown",
  "evidence-unknown",
  "too-large",
] as const;
export type FormFaultCode = (typeof formFaultCodes)[number];

/** `at` is the id of the page, question or document that it is about. */
export type FormFault = { code: FormFaultCode; at: string };

const idPattern = /^[a-z][a-z0-9-]{0,39}$/;
export const formLimits = { pages: 40, questions: 80, options: 40 } as const;

/** What is wrong with a form for a service that asks for this evidence; published is only one with nothing in this list. */
export function checkDefinition(form: FormDefinition, evidenceIds: readonly string[]): FormFault[] {
  const { pages } = form;
  const questions = pages.flatMap((page) => page.questions);
  const pageIds = pages.map(({ id }) => id);
  const ids = questions.map(({ id }) => id);
  return [
    ...[form.id, ...pageIds, ...ids, ...questions.flatMap(optionIds)]
      .filter((id) => !idPattern.test(id))
      .map(fault("id-invalid")),
    ...[...repeated(pageIds), ...repeated(ids)].map(fault("id-repeated")),
    ...(pages.length > formLimits.pages || questions.length > formLimits.questions ? [form.id] : []).map(
      fault("too-large"),
    ),
    ...pages.filter((page) => page.questions.length === 0).map(({ id }) => fault("page-empty")(id)),
    ...pages.filter(({ title }) => !isWritten(title)).map(({ id }) => fault("text-missing")(id)),
    ...questions.flatMap(faultsOfQuestion),
    ...faultsOfMessage(form),
    ...Object.keys(form.evidence ?? {})
      .filter((id) => !evidenceIds.includes(id))
      .map(fault("evidence-unknown")),
    ...faultsOfConditions(form),
  ];
}

const fault =
  (code: FormFaultCode) =>
  (at: string): FormFault => ({ code, at });

const optionIds = (question: Question) => ("options" in question ? question.options.map(({ id }) => id) : []);
const repeated = (ids: readonly string[]) => [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
const isWritten = ({ de, en, simple }: LocalText) => [de, en, simple].every((text) => text.trim() !== "");

function faultsOfQuestion(question: Question): FormFault[] {
  const { id, label, hint } = question;
  const options = "options" in question ? question.options : [];
  const texts = [label, hint, ...options.flatMap((option) => [option.label, option.hint])];
  const codes: FormFaultCode[] = [];
  if (texts.some((text) => text && !isWritten(text))) codes.push("text-missing");
  if (repeated(optionIds(question)).length > 0) codes.push("id-repeated");
  if ("options" in question && options.length < 2) codes.push("nothing-to-choose");
  if (options.length > formLimits.options) codes.push("too-large");
  if (question.type === "number" && question.min > question.max) codes.push("limits-crossed");
  return codes.map((code) => ({ code, at: id }));
}

/** Who writes must be known on every path, and a message of the person's own is asked for on every path or on none. */
function faultsOfMessage({ pages, message: { from, text } }: FormDefinition): FormFault[] {
  const always = pages.filter(({ showIf }) => !showIf).flatMap(({ questions }) => questions);
  const sender = always.find(({ id, isOptional }) => id === from && !isOptional);
  const isNamed = sender?.type === "name" || sender?.type === "short-text";
  const isWrittenDown = text === undefined || always.some(({ id, type }) => id === text && type === "long-text");
  return [
    ...(isNamed ? [] : [fault("sender-unknown")(from)]),
    ...(isWrittenDown ? [] : [fault("message-unknown")(text)]),
  ];
}

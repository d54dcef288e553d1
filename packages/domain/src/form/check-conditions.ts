import type { FormFault, FormFaultCode } from "./check-definition.ts";
import { type Answers, type Condition, fieldsOf, type FormDefinition, type Question } from "./definition.ts";
import { askedEvidence, reachablePages } from "./pages.ts";

/** More ways through a form than this are more than anybody has thought through. */
export const mostPaths = 20_000;

/**
 * Conditions look back only: an answer that could hide its own question would go round in circles. Whether somebody can
 * get to a page at all is not reasoned about but tried, with every combination of the answers that conditions ask for.
 */
export function faultsOfConditions(form: FormDefinition): FormFault[] {
  const all = form.pages.flatMap(({ questions }) => questions);
  const faults = form.pages.flatMap(({ id, showIf }, place) => {
    const before = form.pages.slice(0, place).flatMap(({ questions }) => questions);
    return showIf ? faultsOf(showIf, before, all).map((code) => ({ code, at: id })) : [];
  });
  const ofEvidence = Object.entries(form.evidence ?? {}).flatMap(([at, condition]) =>
    faultsOf(condition, all, all).map((code) => ({ code, at })),
  );
  const found = [...faults, ...ofEvidence];
  return found.length > 0 ? found : unreachable(form, all);
}

function faultsOf(condition: Condition, before: readonly Question[], all: readonly Question[]): FormFaultCode[] {
  const inner = innerOf(condition);
  if (inner) return inner.flatMap((part) => faultsOf(part, before, all));
  if (!("question" in condition)) return [];
  const ofId = ({ id }: Question) => id === condition.question;
  const question = before.find(ofId);
  if (!question) return [all.some(ofId) ? "question-later" : "question-unknown"];
  const possible = valuesOf(question);
  return condition.isOneOf.every((value) => possible.includes(value)) ? [] : ["answer-impossible"];
}

const innerOf = (condition: Condition) =>
  "all" in condition ? condition.all : "any" in condition ? condition.any : undefined;

const questionsIn = (condition: Condition): string[] =>
  innerOf(condition)?.flatMap(questionsIn) ?? ("question" in condition ? [condition.question] : []);

const valuesOf = (question: Question) => {
  if (question.type === "yes-no") return ["yes", "no"];
  return "options" in question ? question.options.map(({ id }) => id) : [];
};

function unreachable(form: FormDefinition, all: readonly Question[]): FormFault[] {
  const conditions = [...form.pages.flatMap(({ showIf }) => showIf ?? []), ...Object.values(form.evidence ?? {})];
  const named = new Set(conditions.flatMap(questionsIn));
  const deciding = all.filter(({ id }) => named.has(id));
  const paths = deciding.reduce((product, question) => product * waysToAnswer(question).length, 1);
  if (paths > mostPaths) return [{ code: "paths-too-many", at: form.id }];

  const evidence = Object.keys(form.evidence ?? {}).map((id) => ({ id }));
  const pagesLeft = new Set(form.pages.map(({ id }) => id));
  const evidenceLeft = new Set(evidence.map(({ id }) => id));
  for (const answers of combinations(deciding)) {
    for (const { id } of reachablePages(form, answers)) pagesLeft.delete(id);
    for (const { id } of askedEvidence(form, answers, evidence)) evidenceLeft.delete(id);
  }
  return [...pagesLeft, ...evidenceLeft].map((at) => ({ code: "page-unreachable", at }));
}

/** Nothing is ever shown because a box is empty, so of several boxes all ticked is enough to try. */
function waysToAnswer(question: Question): Answers[] {
  if (question.type === "several") return [Object.fromEntries(fieldsOf(question).map((field) => [field, "yes"]))];
  return valuesOf(question).map((value) => ({ [question.id]: value }));
}

function* combinations([question, ...rest]: readonly Question[]): Generator<Answers> {
  if (!question) yield {};
  else
    for (const answers of combinations(rest))
      for (const answer of waysToAnswer(question)) yield { ...answers, ...answer };
}

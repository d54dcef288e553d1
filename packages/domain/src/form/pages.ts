import {
  type Answers,
  type Condition,
  type FormDefinition,
  type FormPage,
  fieldsOf,
  type Question,
} from "./definition.ts";

function holds(condition: Condition, asked: readonly Question[], answers: Answers): boolean {
  if ("all" in condition) return condition.all.every((inner) => holds(inner, asked, answers));
  if ("any" in condition) return condition.any.some((inner) => holds(inner, asked, answers));
  const question = asked.find(({ id }) => id === condition.question);
  if (!question) return false;
  if (question.type === "several")
    return condition.isOneOf.some((option) => answers[`${question.id}.${option}`] === "yes");
  return condition.isOneOf.includes(answers[question.id] ?? "");
}

/** The pages that these answers lead to, in order. An answer on a page that is not among them opens no other page. */
export function reachablePages({ pages }: FormDefinition, answers: Answers): FormPage[] {
  const reached: FormPage[] = [];
  const asked: Question[] = [];
  for (const page of pages) {
    if (page.showIf && !holds(page.showIf, asked, answers)) continue;
    reached.push(page);
    asked.push(...page.questions);
  }
  return reached;
}

export const askedQuestions = (form: FormDefinition, answers: Answers): Question[] =>
  reachablePages(form, answers).flatMap(({ questions }) => questions);

/** Only what was asked and filled in. Somebody who goes back and answers otherwise sends nothing of the path they left. */
export function pruneAnswers(form: FormDefinition, answers: Answers): Answers {
  const fields = askedQuestions(form, answers).flatMap(fieldsOf);
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = answers[field]?.trim() ?? "";
      return value === "" ? [] : [[field, value]];
    }),
  );
}

/** Which of a service's documents are asked for after these answers; those without a condition always are. */
export function askedEvidence<Item extends { id: string }>(
  form: FormDefinition,
  answers: Answers,
  evidence: readonly Item[],
): Item[] {
  const asked = askedQuestions(form, answers);
  return evidence.filter(({ id }) => {
    const condition = form.evidence?.[id];
    return condition === undefined || holds(condition, asked, answers);
  });
}

import { answerText } from "@dvd/domain/form/answer-text";
import type { Answers, FormDefinition, FormLanguage } from "@dvd/domain/form/definition";
import { askedQuestions } from "@dvd/domain/form/pages";

export type OwnChange = { question: string; answer: string };

/** What was answered here otherwise than in the draft that this window began with: nobody else knows of it. */
export function ownChanges(form: FormDefinition, before: Answers, now: Answers, language: FormLanguage): OwnChange[] {
  return askedQuestions(form, now)
    .map((question) => ({
      question: question.label[language],
      answer: answerText(question, now, language),
      earlier: answerText(question, before, language),
    }))
    .filter(({ answer, earlier }) => answer !== earlier)
    .map(({ question, answer }) => ({ question, answer }));
}

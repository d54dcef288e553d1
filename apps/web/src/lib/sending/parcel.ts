import { makeAnswers, writeAnswers } from "@dvd/domain/form/answers-document";
import { answerText } from "@dvd/domain/form/answer-text";
import type { Answers, FormDefinition, FormLanguage } from "@dvd/domain/form/definition";
import { askedQuestions, pruneAnswers } from "@dvd/domain/form/pages";
import type { Draft, PublishedForm } from "./draft.ts";
import type { Parcel } from "./shipment.ts";

type Sender = {
  accountId: string;
  bundle: string;
  draftId: string;
  serviceKey: string;
  form: PublishedForm;
  language: FormLanguage;
  /** What the first message says when the person has nothing to add to their answers. */
  standardText: string;
};

/** Null as long as nobody knows where to. */
export function parcelOf({ form, language, standardText, ...to }: Sender, draft: Draft): Parcel | null {
  const { postalCode, office, answers } = draft;
  if (!office) return null;
  const { definition, version, hash } = form;
  const { from, text } = messageOf(definition, answers);
  return {
    destination: { ...to, postalCode, office },
    letter: {
      from,
      text: text || standardText,
      answers: writeAnswers(makeAnswers(definition, { version, hash }, answers, language)),
    },
  };
}

function messageOf(form: FormDefinition, typed: Answers) {
  const answers = pruneAnswers(form, typed);
  const asked = askedQuestions(form, answers);
  const said = (id: string | undefined) => {
    const question = asked.find((one) => one.id === id);
    return question ? answerText(question, answers, "de") : "";
  };
  return { from: said(form.message.from), text: said(form.message.text) };
}

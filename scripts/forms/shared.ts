import type { Condition, FormPage, Question } from "@dvd/domain/form/definition";
import type { LocalText } from "@dvd/domain/service/service";
import { text } from "../catalogue/text.ts";

/** Short ways to write the forms of the demo. */

export const when = (question: string, ...isOneOf: string[]): Condition => ({ question, isOneOf });

/** One question per page; a few only where they are one thing to the person, like the size and the rooms of a home. */
export const page = (id: string, title: LocalText, ...questions: Question[]): FormPage => ({ id, title, questions });

export const onlyIf = (showIf: Condition, shown: FormPage): FormPage => ({ ...shown, showIf });

export const option = (id: string, label: LocalText, hint?: LocalText) => ({ id, label, ...(hint && { hint }) });

export const namePage = page("name", text("Ihr Name", "Your name", "Ihr Name"), {
  id: "name",
  type: "name",
  label: text("Wie heißen Sie?", "What is your name?", "Wie heißen Sie?"),
  hint: text("Wie im Ausweis.", "As in your identity document.", "So wie im Ausweis."),
});

export const addressPage = (label: LocalText) =>
  page("anschrift", text("Anschrift", "Address", "Adresse"), { id: "anschrift", type: "address", isHere: true, label });

export const contactPage = page("kontakt", text("Rückfragen", "Questions back", "Fragen"), {
  id: "telefon",
  type: "phone",
  isOptional: true,
  label: text(
    "Unter welcher Nummer dürfen wir Sie anrufen?",
    "On which number may we call you?",
    "Welche Telefon-Nummer haben Sie?",
  ),
  hint: text(
    "Freiwillig. Die Stelle kann Ihnen auch hier schreiben.",
    "Voluntary. The office can also write to you here.",
    "Sie müssen das nicht sagen. Das Amt kann Ihnen auch hier schreiben.",
  ),
});

export const remarkPage = page("anmerkung", text("Anmerkung", "Remark", "Noch etwas"), {
  id: "anmerkung",
  type: "long-text",
  isOptional: true,
  label: text(
    "Möchten Sie der Stelle noch etwas sagen?",
    "Is there anything else you want to tell the office?",
    "Wollen Sie noch etwas sagen?",
  ),
  hint: text(
    "Freiwillig, in Ihren eigenen Worten.",
    "Voluntary, in your own words.",
    "Sie müssen hier nichts schreiben.",
  ),
});

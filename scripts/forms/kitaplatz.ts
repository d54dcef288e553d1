import type { FormDefinition } from "@dvd/domain/form/definition";
import { text } from "../catalogue/text.ts";
import { addressPage, contactPage, namePage, onlyIf, option, page, remarkPage, when } from "./shared.ts";

export const kitaplatzForm: FormDefinition = {
  id: "kitaplatz",
  message: { from: "name", text: "anmerkung" },
  pages: [
    namePage,
    addressPage(text("Wo wohnt das Kind?", "Where does the child live?", "Wo wohnt das Kind?")),
    page("kind", text("Ihr Kind", "Your child", "Ihr Kind"), {
      id: "kind",
      type: "name",
      label: text("Wie heißt das Kind?", "What is the child's name?", "Wie heißt das Kind?"),
    }),
    page("geboren", text("Geburtsdatum", "Date of birth", "Geburtstag"), {
      id: "geboren",
      type: "date",
      label: text("Wann ist es geboren?", "When was the child born?", "Wann ist das Kind geboren?"),
      hint: text(
        "Ist es noch nicht geboren? Dann bitte der errechnete Termin.",
        "Not born yet? Then the expected date.",
        "Ist das Kind noch nicht da? Dann schreiben Sie: Wann kommt es?",
      ),
    }),
    page("ab", text("Beginn", "Start", "Anfang"), {
      id: "ab",
      type: "date",
      when: "future",
      label: text(
        "Ab wann brauchen Sie den Platz?",
        "From when do you need the place?",
        "Wann soll das Kind in die Kita?",
      ),
    }),
    page("umfang", text("Umfang", "Hours", "Wie lange?"), {
      id: "umfang",
      type: "choice",
      label: text("Wie viele Stunden am Tag?", "How many hours a day?", "Wie lange am Tag?"),
      options: [
        option("halbtags", text("Bis 5 Stunden", "Up to 5 hours", "Bis 5 Stunden")),
        option("sieben", text("Bis 7 Stunden", "Up to 7 hours", "Bis 7 Stunden")),
        option("ganztags", text("Mehr als 7 Stunden", "More than 7 hours", "Mehr als 7 Stunden")),
      ],
    }),
    onlyIf(
      when("umfang", "ganztags"),
      page("grund", text("Grund", "Reason", "Warum?"), {
        id: "grund",
        type: "several",
        label: text("Warum so lange?", "Why so long?", "Warum so lange?"),
        hint: text("Alles, was zutrifft.", "Everything that applies.", "Kreuzen Sie alles an, was stimmt."),
        options: [
          option("arbeit", text("Wir arbeiten", "We work", "Wir arbeiten")),
          option("ausbildung", text("Ausbildung oder Studium", "Training or studies", "Wir lernen einen Beruf")),
          option("suche", text("Wir suchen Arbeit", "We are looking for work", "Wir suchen Arbeit")),
          option("anderes", text("Anderes", "Something else", "Etwas anderes")),
        ],
      }),
    ),
    page("geschwister", text("Geschwister", "Siblings", "Geschwister"), {
      id: "geschwister",
      type: "yes-no",
      label: text(
        "Ist schon ein Geschwisterkind in einer Kita?",
        "Is a sibling at a nursery already?",
        "Ist ein Bruder oder eine Schwester schon in der Kita?",
      ),
    }),
    onlyIf(
      when("geschwister", "yes"),
      page("kita", text("Welche Kita", "Which nursery", "Welche Kita?"), {
        id: "kita",
        type: "short-text",
        label: text("In welcher Kita?", "Which nursery?", "In welcher Kita?"),
      }),
    ),
    contactPage,
    remarkPage,
  ],
  evidence: { arbeitsnachweis: when("umfang", "sieben", "ganztags") },
};

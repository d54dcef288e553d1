import type { FormDefinition } from "@dvd/domain/form/definition";
import { text } from "../catalogue/text.ts";
import { addressPage, contactPage, namePage, onlyIf, option, page, when } from "./shared.ts";

export const baugenehmigungForm: FormDefinition = {
  id: "baugenehmigung",
  message: { from: "name" },
  pages: [
    namePage,
    page("rolle", text("Ihre Rolle", "Your role", "Wer sind Sie?"), {
      id: "rolle",
      type: "choice",
      label: text("In welcher Rolle stellen Sie den Antrag?", "In which role do you apply?", "Für wen fragen Sie?"),
      options: [
        option("bauherr", text("Ich baue selbst", "I am the one who builds", "Ich baue")),
        option("entwurf", text("Ich habe die Pläne gemacht", "I made the plans", "Ich habe die Pläne gemacht")),
      ],
    }),
    onlyIf(
      when("rolle", "entwurf"),
      page("bauherr", text("Wer baut", "Who builds", "Wer baut?"), {
        id: "bauherr",
        type: "short-text",
        label: text("Für wen stellen Sie den Antrag?", "On whose behalf do you apply?", "Wer will bauen?"),
      }),
    ),
    addressPage(text("Wo wird gebaut?", "Where will it be built?", "Wo wollen Sie bauen?")),
    page("flurstueck", text("Flurstück", "Parcel", "Grund-Stück"), {
      id: "flurstueck",
      type: "short-text",
      label: text(
        "Wie heißen Gemarkung, Flur und Flurstück?",
        "What are the district, field and parcel numbers?",
        "Welche Nummer hat das Grund-Stück?",
      ),
      hint: text(
        "Zum Beispiel: Probental, Flur 3, Flurstück 112/4.",
        "For example: Probental, 3, 112/4.",
        "Die Nummer steht auf dem Lage-Plan.",
      ),
    }),
    page("vorhaben", text("Vorhaben", "Project", "Was bauen Sie?"), {
      id: "vorhaben",
      type: "choice",
      label: text("Was haben Sie vor?", "What do you plan?", "Was wollen Sie machen?"),
      options: [
        option("neubau", text("Neu bauen", "Build anew", "Ein neues Haus bauen")),
        option("anbau", text("An- oder umbauen", "Extend or convert", "Ein Haus größer machen oder ändern")),
        option("nutzung", text("Anders nutzen", "Use differently", "Ein Haus anders benutzen")),
        option("abbruch", text("Abreißen", "Demolish", "Ein Haus abreißen")),
      ],
    }),
    onlyIf(
      when("vorhaben", "neubau", "anbau"),
      page(
        "groesse",
        text("Größe", "Size", "Größe"),
        {
          id: "flaeche",
          type: "number",
          min: 1,
          max: 100_000,
          label: text(
            "Wie viele Quadratmeter entstehen?",
            "How many square metres are added?",
            "Wie groß wird es? In Quadrat-Metern.",
          ),
        },
        {
          id: "geschosse",
          type: "number",
          min: 1,
          max: 60,
          label: text(
            "Wie viele Geschosse hat es dann?",
            "How many storeys will it have?",
            "Wie viele Stock-Werke hat es dann?",
          ),
        },
      ),
    ),
    page("beschreibung", text("Beschreibung", "Description", "Beschreibung"), {
      id: "beschreibung",
      type: "long-text",
      label: text(
        "Beschreiben Sie Ihr Vorhaben in ein paar Sätzen.",
        "Describe your project in a few sentences.",
        "Was wollen Sie bauen? Schreiben Sie ein paar Sätze.",
      ),
    }),
    page("beginn", text("Beginn", "Start", "Anfang"), {
      id: "beginn",
      type: "date",
      when: "future",
      isOptional: true,
      label: text("Wann möchten Sie anfangen?", "When would you like to start?", "Wann wollen Sie anfangen?"),
      hint: text(
        "Freiwillig. Nicht vor der Genehmigung.",
        "Voluntary. Not before the permission.",
        "Sie dürfen erst bauen, wenn das Amt Ja sagt.",
      ),
    }),
    contactPage,
  ],
};

import type { Service } from "@dvd/domain/service/service";
import { betterDoor, evidence, goOn, identityCard, no, officeChecks, sendOnline, text, yes } from "./text.ts";

export const workServices: Service[] = [
  {
    key: "DEMO0000000020",
    keyOrigin: "demo",
    slug: "gewerbe-anmelden",
    title: text("Gewerbe anmelden", "Register a business", "Ein Geschäft anmelden"),
    summary: text(
      "Wer sich selbstständig macht, meldet das Gewerbe vor dem Beginn an.",
      "Whoever starts a business registers it before the first day.",
      "Sie wollen ein eigenes Geschäft haben. Das Amt muss das vorher wissen.",
    ),
    forWhom: text(
      "Für alle, die ein Gewerbe beginnen, auch nebenberuflich. Freie Berufe melden sich beim Finanzamt.",
      "For everybody who starts a trade, also on the side. Liberal professions register with the tax office.",
      "Für alle, die ein Geschäft anfangen.",
    ),
    evidence: [
      identityCard,
      evidence(
        "erlaubnis",
        text(
          "Erlaubnis, wenn Ihr Gewerbe eine braucht",
          "Licence, if your trade needs one",
          "Eine Erlaubnis, wenn Sie eine brauchen",
        ),
        {
          why: text(
            "Zum Beispiel für Gaststätten, Bewachung oder Handwerk.",
            "For example for pubs, security services or crafts.",
            "Zum Beispiel für ein Restaurant.",
          ),
          required: false,
          max: 3,
        },
      ),
    ],
    steps: [
      sendOnline,
      officeChecks,
      text(
        "Der Gewerbeschein kommt hier im Portal.",
        "The trade certificate arrives here.",
        "Sie bekommen den Gewerbe-Schein hier.",
      ),
    ],
    cost: text("26 Euro", "26 euros", "Das kostet 26 Euro."),
    targetDays: 5,
    legalBasis: "§ 14 Gewerbeordnung (GewO)",
    channels: ["online", "callback"],
    synonyms: {
      de: [
        "Gewerbeschein",
        "Gewerbeanmeldung",
        "Firma gründen",
        "selbstständig",
        "selbständig",
        "Unternehmen",
        "Laden eröffnen",
        "Existenzgründung",
        "Nebengewerbe",
        "Gewerbeamt",
      ],
      en: ["business", "company", "trade licence", "self-employed", "startup", "freelance", "shop"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["work"],
    preCheck: [
      {
        id: "freier-beruf",
        question: text(
          "Üben Sie einen freien Beruf aus, zum Beispiel als Ärztin, Anwalt oder Künstlerin?",
          "Do you work in a liberal profession, for example as a doctor, lawyer or artist?",
          "Arbeiten Sie als Arzt, Anwalt oder Künstler?",
        ),
        answers: [
          goOn("nein", no),
          betterDoor("ja", yes, {
            text: text(
              "Freie Berufe brauchen keine Gewerbeanmeldung. Melden Sie sich beim Finanzamt.",
              "Liberal professions need no trade registration. Register with the tax office.",
              "Dann müssen Sie kein Geschäft anmelden. Gehen Sie zum Finanz-Amt.",
            ),
            slug: null,
          }),
        ],
      },
    ],
  },
];

import type { Service } from "@dvd/domain/service/service";
import { betterDoor, evidence, free, goOn, identityCard, no, officeChecks, sendOnline, text, yes } from "./text.ts";

const landlordConfirmation = evidence(
  "wohnungsgeberbestaetigung",
  text("Wohnungsgeberbestätigung", "Confirmation by your landlord", "Ein Papier von Ihrem Vermieter"),
  {
    why: text(
      "Sie füllt aus, wer Ihnen die Wohnung gibt. Ein Mietvertrag genügt nicht.",
      "Whoever lets you the home fills it in. A tenancy agreement is not enough.",
      "Der Vermieter schreibt auf: Sie wohnen jetzt hier. Der Miet-Vertrag reicht nicht.",
    ),
  },
);

const registered = text(
  "Sie bekommen die Meldebestätigung hier im Portal.",
  "You receive the confirmation of registration here.",
  "Sie bekommen ein Papier. Darauf steht: Sie sind angemeldet.",
);

const movedIn = {
  id: "eingezogen",
  question: text("Sind Sie schon eingezogen?", "Have you already moved in?", "Wohnen Sie schon in der neuen Wohnung?"),
  answers: [
    goOn("ja", yes),
    betterDoor("nein", no, {
      text: text(
        "Anmelden können Sie sich erst nach dem Einzug, dann innerhalb von zwei Wochen. Sie können hier schon alles bereitlegen.",
        "You can register only after moving in, then within two weeks. You can get everything ready now.",
        "Sie müssen erst einziehen. Dann haben Sie 2 Wochen Zeit.",
      ),
      slug: null,
    }),
  ],
};

export const movingServices: Service[] = [
  {
    key: "99115005104000",
    keyOrigin: "leika",
    slug: "wohnsitz-anmelden",
    title: text("Wohnsitz anmelden", "Register your address", "Sagen, wo Sie wohnen"),
    summary: text(
      "Nach dem Umzug melden Sie Ihre neue Anschrift an.",
      "After moving, register your new address.",
      "Sie sind umgezogen. Das Amt muss das wissen.",
    ),
    forWhom: text(
      "Für alle, die in eine Wohnung in diesem Ort eingezogen sind, auch aus dem Ausland.",
      "For everybody who has moved into a home in this place, also from abroad.",
      "Für alle, die in eine neue Wohnung gezogen sind.",
    ),
    evidence: [landlordConfirmation, identityCard],
    steps: [sendOnline, officeChecks, registered],
    cost: free,
    targetDays: 3,
    legalBasis: "§ 17 und § 19 Bundesmeldegesetz (BMG)",
    channels: ["online", "appointment", "callback"],
    synonyms: {
      de: [
        "Umzug",
        "umziehen",
        "ummelden",
        "Adresse ändern",
        "Anschrift",
        "Einwohnermeldeamt",
        "Meldeamt",
        "Zuzug",
        "neue Wohnung",
      ],
      en: ["moving", "anmeldung", "new address", "change of address", "residents registration"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["moving"],
    preCheck: [movedIn],
  },
  {
    key: "99115005104001",
    keyOrigin: "leika",
    slug: "hauptwohnsitz",
    title: text("Hauptwohnsitz anmelden", "Register your main residence", "Sagen, wo Sie am meisten wohnen"),
    summary: text(
      "Wenn Sie mehrere Wohnungen haben, melden Sie die als Hauptwohnung an, die Sie überwiegend nutzen.",
      "If you have more than one home, register the one you mainly use as your main residence.",
      "Sie haben 2 Wohnungen. Eine davon ist Ihre Haupt-Wohnung.",
    ),
    forWhom: text(
      "Für alle mit mehreren Wohnungen in Deutschland, zum Beispiel im Studium oder für die Arbeit.",
      "For everybody with more than one home in Germany, for example while studying or for work.",
      "Für alle, die mehr als eine Wohnung haben.",
    ),
    evidence: [landlordConfirmation, identityCard],
    steps: [sendOnline, officeChecks, registered],
    cost: free,
    targetDays: 3,
    legalBasis: "§ 21 und § 22 Bundesmeldegesetz (BMG)",
    channels: ["online", "appointment", "callback"],
    synonyms: {
      de: ["Erstwohnsitz", "Zweitwohnsitz", "Nebenwohnung", "Hauptwohnung", "zwei Wohnungen"],
      en: ["main home", "second home", "secondary residence", "primary residence"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["moving"],
    preCheck: [
      {
        id: "mehrere",
        question: text(
          "Haben Sie mehr als eine Wohnung?",
          "Do you have more than one home?",
          "Haben Sie mehr als eine Wohnung?",
        ),
        answers: [
          goOn("ja", yes),
          betterDoor("nein", no, {
            text: text(
              "Mit einer einzigen Wohnung melden Sie einfach Ihren Wohnsitz an.",
              "With only one home, you simply register your address.",
              "Sie haben nur eine Wohnung? Dann melden Sie einfach diese Wohnung an.",
            ),
            slug: "wohnsitz-anmelden",
          }),
        ],
      },
      movedIn,
    ],
  },
  {
    key: "99115003012000",
    keyOrigin: "leika",
    slug: "meldebestaetigung",
    title: text("Meldebestätigung anfordern", "Confirmation of registration", "Ein Papier, dass Sie hier wohnen"),
    summary: text(
      "Sie brauchen einen Nachweis, unter welcher Anschrift Sie gemeldet sind.",
      "You need proof of the address you are registered at.",
      "Auf dem Papier steht, wo Sie wohnen.",
    ),
    forWhom: text(
      "Für alle, die in diesem Ort gemeldet sind.",
      "For everybody registered in this place.",
      "Für alle, die hier angemeldet sind.",
    ),
    evidence: [],
    steps: [
      text(
        "Sie sagen, wofür Sie die Bestätigung brauchen.",
        "You say what you need it for.",
        "Sie sagen, wofür Sie das Papier brauchen.",
      ),
      text(
        "Sie bekommen sie hier im Portal als PDF.",
        "You receive it here as a PDF.",
        "Sie bekommen das Papier hier.",
      ),
    ],
    cost: free,
    targetDays: 1,
    legalBasis: "§ 24 Bundesmeldegesetz (BMG)",
    channels: ["online", "callback"],
    synonyms: {
      de: [
        "Meldebescheinigung",
        "Wohnsitzbescheinigung",
        "Nachweis der Adresse",
        "Aufenthaltsbescheinigung",
        "gemeldet",
      ],
      en: ["registration certificate", "proof of address", "proof of residence", "meldebescheinigung"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["moving", "papers"],
    preCheck: [],
  },
];

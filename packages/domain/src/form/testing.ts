import type { LocalText } from "../service/service.ts";
import type { FormDefinition, Question } from "./definition.ts";

/** For tests: a form with a question of each kind, and a page that is asked of some people only. */
export const sameText = (text: string): LocalText => ({ de: text, en: `${text} (en)`, simple: text });

const asking = (id: string, question: Question, showIf?: FormDefinition["pages"][number]["showIf"]) => ({
  id,
  title: sameText(id),
  questions: [question],
  ...(showIf && { showIf }),
});
const label = (text: string) => ({ label: sameText(text) });

export const dogForm: FormDefinition = {
  id: "hund",
  message: { from: "halter", text: "anmerkung" },
  pages: [
    asking("wer", { id: "halter", type: "name", ...label("Halter") }),
    asking("wo", { id: "anschrift", type: "address", isHere: true, ...label("Anschrift") }),
    asking("seit", { id: "seit", type: "date", when: "past", ...label("Seit wann?") }),
    asking("hilfshund", { id: "hilfshund", type: "yes-no", ...label("Ist es ein Hilfshund?") }),
    asking(
      "ausbildung",
      {
        id: "ausbildung",
        type: "choice",
        options: [
          { id: "schule", label: sameText("Schule") },
          { id: "selbst", label: sameText("Selbst") },
        ],
        ...label("Wo ausgebildet?"),
      },
      { question: "hilfshund", isOneOf: ["yes"] },
    ),
    asking(
      "pruefung",
      { id: "pruefung", type: "short-text", ...label("Welche Prüfung?") },
      {
        question: "ausbildung",
        isOneOf: ["schule"],
      },
    ),
    asking("weitere", {
      id: "weitere",
      type: "several",
      isOptional: true,
      options: [
        { id: "katze", label: sameText("Katze") },
        { id: "pferd", label: sameText("Pferd") },
      ],
      ...label("Weitere Tiere"),
    }),
    asking("konto", { id: "konto", type: "iban", ...label("Konto") }),
    asking("steuer", { id: "steuer", type: "amount", max: 1_000, ...label("Bisherige Steuer") }),
    asking("hoehe", { id: "hoehe", type: "number", min: 10, max: 120, ...label("Schulterhöhe") }),
    asking("anmerkung", { id: "anmerkung", type: "long-text", isOptional: true, ...label("Noch etwas?") }),
  ],
  evidence: { ausbildungsnachweis: { question: "ausbildung", isOneOf: ["schule"] } },
};

export const dogAnswers = {
  "halter.given": "Grete",
  "halter.family": "Sommer",
  "anschrift.street": "Lindenweg 4",
  "anschrift.postalCode": "05123",
  "anschrift.place": "Musterfurt",
  "seit.day": "3",
  "seit.month": "9",
  "seit.year": "2026",
  hilfshund: "yes",
  ausbildung: "schule",
  pruefung: "Begleithund",
  "weitere.katze": "yes",
  konto: "DE89370400440532013000",
  steuer: "234,5",
  hoehe: "48",
};

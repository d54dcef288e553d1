import type { FormDefinition } from "@dvd/domain/form/definition";
import { text } from "../catalogue/text.ts";
import { addressPage, namePage, onlyIf, option, page, remarkPage, when } from "./shared.ts";

export const hundForm: FormDefinition = {
  id: "hund-anmelden",
  message: { from: "name", text: "anmerkung" },
  pages: [
    namePage,
    addressPage(text("Wo lebt der Hund?", "Where does the dog live?", "Wo wohnt der Hund?")),
    page("hund", text("Ihr Hund", "Your dog", "Ihr Hund"), {
      id: "rasse",
      type: "short-text",
      label: text("Welche Rasse ist es?", "What breed is it?", "Was für ein Hund ist das?"),
      hint: text(
        "Bei Mischlingen bitte beide, soweit bekannt.",
        "For a crossbreed both, if known.",
        "Ist der Hund gemischt? Schreiben Sie beide Rassen.",
      ),
    }),
    page("geworfen", text("Alter", "Age", "Alter"), {
      id: "geworfen",
      type: "date",
      when: "past",
      isOptional: true,
      label: text("Wann ist der Hund geboren?", "When was the dog born?", "Wann ist der Hund geboren?"),
      hint: text(
        "Freiwillig, wenn Sie es wissen.",
        "Voluntary, if you know it.",
        "Wissen Sie das nicht? Dann gehen Sie weiter.",
      ),
    }),
    page("seit", text("Bei Ihnen seit", "With you since", "Seit wann?"), {
      id: "seit",
      type: "date",
      when: "past",
      label: text("Seit wann haben Sie den Hund?", "Since when have you had the dog?", "Seit wann haben Sie den Hund?"),
    }),
    page("chip", text("Chipnummer", "Chip number", "Chip"), {
      id: "chip",
      type: "short-text",
      maxLength: 20,
      label: text("Welche Nummer hat der Chip?", "What is the number of the chip?", "Welche Nummer hat der Chip?"),
      hint: text(
        "15 Ziffern, sie stehen im Impfpass.",
        "15 digits, they are in the vaccination certificate.",
        "Die Nummer steht im Impf-Pass.",
      ),
    }),
    page("hilfshund", text("Ermäßigung", "Reduction", "Weniger Steuer"), {
      id: "ermaessigung",
      type: "choice",
      label: text("Trifft etwas davon zu?", "Does any of this apply?", "Stimmt davon etwas?"),
      options: [
        option("keine", text("Nein", "No", "Nein")),
        option(
          "hilfshund",
          text("Es ist ein Assistenz- oder Blindenhund", "It is an assistance dog", "Der Hund hilft einem Menschen"),
        ),
        option(
          "tierheim",
          text("Er kommt aus dem Tierheim", "It comes from a shelter", "Der Hund kommt aus dem Tier-Heim"),
        ),
      ],
    }),
    onlyIf(
      when("ermaessigung", "hilfshund"),
      page("ausbildung", text("Ausbildung", "Training", "Ausbildung"), {
        id: "ausbildung",
        type: "short-text",
        label: text("Wo wurde er ausgebildet?", "Where was it trained?", "Wo hat der Hund gelernt?"),
      }),
    ),
    remarkPage,
  ],
};

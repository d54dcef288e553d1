import type { FormDefinition } from "@dvd/domain/form/definition";
import { text } from "../catalogue/text.ts";
import { addressPage, contactPage, namePage, onlyIf, option, page, remarkPage, when } from "./shared.ts";

export const wohnsitzForm: FormDefinition = {
  id: "wohnsitz-anmelden",
  message: { from: "name", text: "anmerkung" },
  pages: [
    namePage,
    page("geburt", text("Geburtsdatum", "Date of birth", "Geburtstag"), {
      id: "geburtsdatum",
      type: "date",
      when: "past",
      autocomplete: "bday",
      label: text("Wann sind Sie geboren?", "When were you born?", "Wann sind Sie geboren?"),
    }),
    addressPage(text("Wie lautet Ihre neue Anschrift?", "What is your new address?", "Wo wohnen Sie jetzt?")),
    page("einzug", text("Einzug", "Moving in", "Einzug"), {
      id: "einzug",
      type: "date",
      when: "past",
      label: text("Wann sind Sie eingezogen?", "When did you move in?", "Wann sind Sie eingezogen?"),
    }),
    page("herkunft", text("Bisherige Wohnung", "Previous home", "Alte Wohnung"), {
      id: "herkunft",
      type: "choice",
      label: text("Wo haben Sie vorher gewohnt?", "Where did you live before?", "Wo haben Sie vorher gewohnt?"),
      options: [
        option("inland", text("In Deutschland", "In Germany", "In Deutschland")),
        option("ausland", text("Im Ausland", "Abroad", "In einem anderen Land")),
      ],
    }),
    onlyIf(
      when("herkunft", "inland"),
      page("vorher", text("Bisherige Anschrift", "Previous address", "Alte Adresse"), {
        id: "vorher",
        type: "address",
        label: text(
          "Wie lautet Ihre bisherige Anschrift?",
          "What was your previous address?",
          "Wie ist die alte Adresse?",
        ),
      }),
    ),
    onlyIf(
      when("herkunft", "ausland"),
      page("land", text("Land", "Country", "Land"), {
        id: "land",
        type: "short-text",
        autocomplete: "country-name",
        label: text(
          "Aus welchem Land ziehen Sie zu?",
          "Which country are you moving from?",
          "Aus welchem Land kommen Sie?",
        ),
      }),
    ),
    page("weitere", text("Weitere Personen", "Other people", "Wer zieht mit um?"), {
      id: "weitere",
      type: "yes-no",
      label: text(
        "Melden Sie noch jemanden an, zum Beispiel Ihre Kinder?",
        "Are you registering anyone else, for example your children?",
        "Ziehen noch andere Menschen mit Ihnen um?",
      ),
    }),
    onlyIf(
      when("weitere", "yes"),
      page("personen", text("Wer noch", "Who else", "Wer noch?"), {
        id: "personen",
        type: "long-text",
        maxLength: 2_000,
        label: text("Wen melden Sie mit an?", "Who are you registering as well?", "Wer zieht mit um?"),
        hint: text(
          "Bitte Vor- und Nachnamen und Geburtsdatum, eine Person in jeder Zeile.",
          "First name, last name and date of birth, one person per line.",
          "Schreiben Sie von jedem Menschen: den Namen und den Geburtstag.",
        ),
      }),
    ),
    contactPage,
    remarkPage,
  ],
};

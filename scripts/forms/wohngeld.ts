import type { FormDefinition } from "@dvd/domain/form/definition";
import { text } from "../catalogue/text.ts";
import { addressPage, contactPage, namePage, onlyIf, option, page, remarkPage, when } from "./shared.ts";

export const wohngeldForm: FormDefinition = {
  id: "wohngeld",
  message: { from: "name", text: "anmerkung" },
  pages: [
    namePage,
    addressPage(
      text("Für welche Wohnung beantragen Sie Wohngeld?", "Which home is the benefit for?", "Wo wohnen Sie?"),
    ),
    page("haushalt", text("Haushalt", "Household", "Wer wohnt da?"), {
      id: "personen",
      type: "number",
      min: 1,
      max: 20,
      label: text(
        "Wie viele Personen wohnen dort, Sie mitgezählt?",
        "How many people live there, including you?",
        "Wie viele Menschen wohnen in der Wohnung? Zählen Sie sich mit.",
      ),
    }),
    page("wohnform", text("Wohnung", "Home", "Wohnung"), {
      id: "wohnform",
      type: "choice",
      label: text("Wie wohnen Sie?", "How do you live?", "Wie wohnen Sie?"),
      options: [
        option("miete", text("Zur Miete", "I rent", "Ich zahle Miete")),
        option("untermiete", text("Zur Untermiete", "I sublet", "Ich habe ein Zimmer gemietet")),
        option("eigentum", text("Im eigenen Haus oder in der eigenen Wohnung", "I own it", "Die Wohnung gehört mir")),
      ],
    }),
    onlyIf(
      when("wohnform", "miete", "untermiete"),
      page("miete", text("Miete", "Rent", "Miete"), {
        id: "miete",
        type: "amount",
        max: 10_000,
        label: text(
          "Wie hoch ist Ihre Miete im Monat, ohne Heizung?",
          "How much rent do you pay per month, without heating?",
          "Wie viel Miete zahlen Sie im Monat? Ohne Heizung.",
        ),
        hint: text(
          "Die Bruttokaltmiete aus Ihrem Mietvertrag.",
          "It is in your tenancy agreement.",
          "Das steht im Miet-Vertrag.",
        ),
      }),
    ),
    onlyIf(
      when("wohnform", "eigentum"),
      page("belastung", text("Belastung", "Costs", "Kosten"), {
        id: "belastung",
        type: "amount",
        max: 10_000,
        label: text(
          "Was zahlen Sie im Monat für Kredite und Bewirtschaftung?",
          "What do you pay per month for loans and upkeep?",
          "Was kostet die Wohnung im Monat?",
        ),
      }),
    ),
    page("einkommen", text("Einkommen", "Income", "Ihr Geld"), {
      id: "einkommen",
      type: "amount",
      max: 100_000,
      label: text(
        "Wie hoch ist das Einkommen aller im Haushalt, brutto im Monat?",
        "What is the gross income of everybody in the household per month?",
        "Wie viel Geld bekommen alle zusammen im Monat?",
      ),
    }),
    page("einkommensarten", text("Woher das Einkommen kommt", "Sources of income", "Woher kommt das Geld?"), {
      id: "einkommensarten",
      type: "several",
      label: text("Woher kommt das Einkommen?", "Where does the income come from?", "Woher kommt das Geld?"),
      options: [
        option("arbeit", text("Arbeit oder Ausbildung", "Work or training", "Von der Arbeit")),
        option("rente", text("Rente oder Pension", "Pension", "Rente")),
        option("unterhalt", text("Unterhalt", "Maintenance", "Unterhalt")),
        option("anderes", text("Anderes", "Something else", "Anderes Geld")),
      ],
    }),
    page("konto", text("Konto", "Account", "Konto"), {
      id: "konto",
      type: "iban",
      label: text("Auf welches Konto soll das Geld?", "Which account should the money go to?", "Wohin soll das Geld?"),
      hint: text("Die IBAN steht auf Ihrer Karte.", "The IBAN is on your card.", "Die IBAN steht auf der Bank-Karte."),
    }),
    contactPage,
    remarkPage,
  ],
};

import type { FormDefinition } from "@dvd/domain/form/definition";
import { text } from "../catalogue/text.ts";
import { addressPage, contactPage, namePage, option, page } from "./shared.ts";

export const laermForm: FormDefinition = {
  id: "laermbeschwerde",
  message: { from: "name", text: "was" },
  pages: [
    addressPage(text("Wo ist es zu laut?", "Where is it too loud?", "Wo ist es zu laut?")),
    page("quelle", text("Quelle", "Source", "Woher?"), {
      id: "quelle",
      type: "several",
      label: text("Woher kommt der Lärm?", "Where does the noise come from?", "Woher kommt der Lärm?"),
      hint: text("Alles, was zutrifft.", "Everything that applies.", "Kreuzen Sie alles an, was stimmt."),
      options: [
        option("nachbarn", text("Nachbarn", "Neighbours", "Nachbarn")),
        option("bau", text("Baustelle", "Building site", "Bau-Stelle")),
        option("gewerbe", text("Betrieb oder Gaststätte", "Business or restaurant", "Firma oder Gast-Haus")),
        option("verkehr", text("Verkehr", "Traffic", "Autos")),
        option("tier", text("Tier", "Animal", "Ein Tier")),
      ],
    }),
    page("wann", text("Zeit", "Time", "Wann?"), {
      id: "wann",
      type: "short-text",
      label: text("Wann ist es so laut?", "When is it so loud?", "Wann ist es so laut?"),
      hint: text(
        "Zum Beispiel: seit Montag, nachts von 22 bis 2 Uhr.",
        "For example: since Monday, from 10 pm to 2 am.",
        "Zum Beispiel: jede Nacht.",
      ),
    }),
    page("was", text("Was passiert", "What happens", "Was passiert?"), {
      id: "was",
      type: "long-text",
      label: text("Was genau stört Sie?", "What exactly disturbs you?", "Was stört Sie?"),
    }),
    namePage,
    contactPage,
  ],
};

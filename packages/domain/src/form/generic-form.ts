import type { FormDefinition } from "./definition.ts";

/** For every service that has no form of its own: who, and what about. */
export const genericForm: FormDefinition = {
  id: "allgemein",
  message: { from: "name", text: "anliegen" },
  pages: [
    {
      id: "anliegen",
      title: { de: "Ihr Anliegen", en: "Your request", simple: "Ihre Frage" },
      questions: [
        {
          id: "name",
          type: "short-text",
          autocomplete: "name",
          label: { de: "Ihr Name", en: "Your name", simple: "Ihr Name" },
          hint: {
            de: "So spricht die Stelle Sie an. Zum Beispiel: Frau Kaya-Öztürk.",
            en: "This is how the office will address you. For example: Ms Kaya-Öztürk.",
            simple: "So nennt das Amt Sie.",
          },
        },
        {
          id: "anliegen",
          type: "long-text",
          label: { de: "Worum geht es?", en: "What is it about?", simple: "Worum geht es?" },
          hint: {
            de: "In Ihren eigenen Worten. Ein Satz genügt.",
            en: "In your own words. One sentence is enough.",
            simple: "Schreiben Sie einen Satz.",
          },
        },
      ],
    },
  ],
};

import type { Dictionary } from "./de.ts";

type Part<T> = { [Key in keyof T]?: T[Key] extends string ? string : Part<T[Key]> };

/** Plain German (draft, not yet read by test readers). What is missing here appears in standard German. */
export const deSimple = {
  site: {
    demoLong: "Das hier ist nur zum Ausprobieren. Die Ämter sind erfunden. Bitte schicken Sie nichts Echtes.",
    description: "Papiere sicher an das Amt schicken.",
  },
  header: {
    services: "Worum geht es?",
    cases: "Meine Sachen",
  },
  crash: {
    title: "Das hat nicht geklappt.",
    text: "Wir haben einen Fehler gemacht. Was Sie geschickt haben, ist sicher. Bitte versuchen Sie es noch einmal.",
  },
  notFound: {
    title: "Diese Seite gibt es nicht.",
    text: "Ihre Sachen sind noch da. Gehen Sie bitte zur Startseite.",
  },
  start: {
    title: "Ihr direkter Draht zum Amt.",
    lead: "Sie schicken Papiere. Niemand sonst kann sie lesen. Nur Sie und das Amt.",
    choose: "Jetzt anfangen",
    how: "So geht es",
    promisesTitle: "Das versprechen wir",
    promises: {
      blind: {
        title: "Wir können nicht hineinsehen",
        text: "Ihr Handy oder Computer macht die Papiere zu. Nur Sie und das Amt haben den Schlüssel.",
      },
      key: {
        title: "Nur an das richtige Amt",
        text: "Ihr Gerät prüft das Amt. Stimmt etwas nicht? Dann wird nichts geschickt.",
      },
      receipt: {
        title: "Sie wissen, ob es da ist",
        text: "Steht da „Abgeschickt“? Dann ist alles angekommen.",
      },
    },
    howTitle: "So geht es",
    steps: {
      choose: { title: "Auswählen", text: "Sie sagen: Worum geht es? Wo wohnen Sie?" },
      seal: { title: "Zumachen", text: "Ihr Gerät macht die Papiere zu. Dann schickt es sie los." },
      answer: { title: "Antwort lesen", text: "Das Amt macht die Papiere auf. Es schreibt Ihnen zurück." },
    },
    honestTitle: "Was sehen wir?",
    honestText:
      "Wir sehen, wann Sie etwas schicken. Und an welches Amt. Wir sehen auch, wann Sie sich anmelden. Wir sehen nicht, was darin steht.",
  },
} as const satisfies Part<Dictionary>;

import type { Service } from "@dvd/domain/service/service";
import { betterDoor, decisionArrives, evidence, free, goOn, officeChecks, sendOnline, text, yes } from "./text.ts";

export const rightsServices: Service[] = [
  {
    key: "DEMO0000000023",
    keyOrigin: "demo",
    slug: "widerspruch",
    title: text("Widerspruch einlegen", "Object to a decision", "Sagen: Das stimmt nicht"),
    summary: text(
      "Sie sind mit einem Bescheid nicht einverstanden. Meist haben Sie dafür einen Monat Zeit.",
      "You disagree with a decision. You usually have one month to object.",
      "Sie haben einen Brief vom Amt bekommen. Sie sagen: Das ist falsch. Sie haben meistens einen Monat Zeit.",
    ),
    forWhom: text(
      "Für alle, die einen Bescheid einer Behörde bekommen haben, der sie belastet.",
      "For everybody who has received a decision that puts them at a disadvantage.",
      "Für alle, die einen Brief vom Amt falsch finden.",
    ),
    evidence: [
      evidence("bescheid", text("Der Bescheid, alle Seiten", "The decision, all pages", "Den Brief vom Amt"), {
        why: text(
          "Damit die Stelle sicher ist, worum es geht, und die Frist prüfen kann.",
          "So that the office knows what it is about and can check the time limit.",
          "Dann weiß das Amt, welchen Brief Sie meinen.",
        ),
        max: 5,
      }),
      evidence("begruendung", text("Begründung und Belege", "Reasons and evidence", "Papiere, die Ihnen recht geben"), {
        why: text(
          "Sie können sie auch später nachreichen.",
          "You may also send them later.",
          "Sie können sie auch später schicken.",
        ),
        required: false,
        max: 10,
      }),
    ],
    steps: [
      sendOnline,
      text(
        "Die Empfangsbestätigung beweist, dass Ihr Widerspruch rechtzeitig da war.",
        "The receipt proves that your objection arrived in time.",
        "Sie bekommen eine Bestätigung. Sie beweist: Ihr Brief ist da.",
      ),
      decisionArrives,
    ],
    cost: text(
      "Kostenlos, wenn Sie recht bekommen. Sonst kann eine Gebühr anfallen.",
      "Free if you are right. Otherwise there may be a fee.",
      "Sie bekommen recht? Dann kostet es nichts.",
    ),
    targetDays: 60,
    legalBasis: "§ 69 und § 70 Verwaltungsgerichtsordnung (VwGO)",
    channels: ["online", "callback"],
    synonyms: {
      de: [
        "Einspruch",
        "widersprechen",
        "Bescheid falsch",
        "Ablehnung",
        "abgelehnt",
        "Beschwerde gegen Bescheid",
        "Frist",
      ],
      en: ["appeal", "objection", "rejected", "disagree", "complaint about a decision"],
    },
    sensitivity: "high",
    needsLevel: "low",
    situations: ["rights"],
    preCheck: [
      {
        id: "frist",
        question: text(
          "Haben Sie den Bescheid in den letzten vier Wochen bekommen?",
          "Did you receive the decision within the last four weeks?",
          "Ist der Brief in den letzten 4 Wochen gekommen?",
        ),
        answers: [
          goOn("ja", yes),
          goOn(
            "frist-laeuft",
            text(
              "Früher, aber eine Belehrung über die Frist fehlt",
              "Earlier, but it does not state the time limit",
              "Früher. Aber im Brief steht keine Frist.",
            ),
          ),
          betterDoor("nein", text("Nein, früher", "No, earlier", "Nein, früher"), {
            text: text(
              "Die Frist ist wahrscheinlich vorbei. Fragen Sie nach, ob der Bescheid trotzdem überprüft werden kann.",
              "The time limit has probably passed. Ask whether the decision can be reviewed nevertheless.",
              "Die Zeit ist wahrscheinlich vorbei. Fragen Sie das Amt, was Sie noch tun können.",
            ),
            slug: "allgemeine-frage",
          }),
        ],
      },
    ],
  },
  {
    key: "DEMO0000000024",
    keyOrigin: "demo",
    slug: "akteneinsicht",
    title: text("Akteneinsicht beantragen", "Ask to see your file", "Lesen, was das Amt über Sie weiß"),
    summary: text(
      "Sie möchten lesen, was in Ihrer Akte steht.",
      "You would like to read what your file says.",
      "Das Amt hat Papiere über Sie. Sie dürfen sie lesen.",
    ),
    forWhom: text(
      "Für alle, die an einem Verfahren beteiligt sind, und für ihre Bevollmächtigten.",
      "For everybody who is party to a procedure, and their representatives.",
      "Für alle, über die das Amt Papiere hat.",
    ),
    evidence: [
      evidence(
        "vollmacht",
        text(
          "Vollmacht, wenn Sie für jemand anderen fragen",
          "Power of attorney, if you ask for somebody else",
          "Eine Erlaubnis, wenn Sie für andere fragen",
        ),
        { required: false, max: 2 },
      ),
    ],
    steps: [
      sendOnline,
      officeChecks,
      text(
        "Sie lesen die Akte hier oder bei der Stelle.",
        "You read the file here or at the office.",
        "Sie lesen die Papiere hier. Oder Sie gehen zum Amt.",
      ),
    ],
    cost: free,
    targetDays: 30,
    legalBasis: "§ 29 Verwaltungsverfahrensgesetz (VwVfG), Artikel 15 DSGVO",
    channels: ["online", "appointment", "callback"],
    synonyms: {
      de: ["Akte einsehen", "Auskunft", "Datenauskunft", "DSGVO", "Datenschutz", "Informationsfreiheit"],
      en: ["access to files", "data access", "gdpr", "information request"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["rights"],
    preCheck: [],
  },
  {
    key: "DEMO0000000025",
    keyOrigin: "demo",
    slug: "allgemeine-frage",
    title: text("In eigenen Worten fragen", "Ask in your own words", "Etwas fragen"),
    summary: text(
      "Sie wissen nicht, wie Ihr Anliegen heißt? Beschreiben Sie es.",
      "Not sure what your request is called? Describe it.",
      "Sie haben eine Frage? Schreiben Sie uns.",
    ),
    forWhom: text(
      "Für alle, die nicht sicher sind, wer zuständig ist.",
      "For everybody who is not sure who is responsible.",
      "Für alle, die eine Frage haben.",
    ),
    evidence: [],
    steps: [
      text("Sie beschreiben, worum es geht.", "You describe what it is about.", "Sie schreiben, was los ist."),
      text(
        "Die Stelle antwortet oder gibt Ihr Anliegen an die richtige Stelle weiter.",
        "The office answers or passes your request on to the right place.",
        "Das Amt antwortet Ihnen. Oder es fragt das richtige Amt.",
      ),
    ],
    cost: free,
    targetDays: 2,
    legalBasis: "§ 25 Verwaltungsverfahrensgesetz (VwVfG)",
    channels: ["online", "callback"],
    synonyms: {
      de: ["Frage", "Hilfe", "Beratung", "Auskunft", "Kontakt", "Bürgerbüro", "Anliegen", "sonstiges"],
      en: ["question", "help", "contact", "advice", "other"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["rights"],
    preCheck: [],
  },
];

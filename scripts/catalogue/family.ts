import type { Service } from "@dvd/domain/service/service";
import {
  betterDoor,
  decisionArrives,
  evidence,
  free,
  goOn,
  identityCard,
  no,
  officeChecks,
  sendOnline,
  text,
  yes,
} from "./text.ts";

export const familyServices: Service[] = [
  {
    key: "DEMO0000000015",
    keyOrigin: "demo",
    slug: "kitaplatz",
    title: text("Kita-Platz anmelden", "Register for a nursery place", "Einen Kita-Platz bekommen"),
    summary: text(
      "Melden Sie Ihr Kind für einen Platz in einer Kita oder Tagespflege an.",
      "Register your child for a place in a nursery or with a childminder.",
      "Ihr Kind soll in die Kita gehen.",
    ),
    forWhom: text(
      "Für Eltern und Sorgeberechtigte von Kindern bis zur Einschulung.",
      "For parents and guardians of children who do not go to school yet.",
      "Für Eltern mit kleinen Kindern.",
    ),
    evidence: [
      evidence(
        "arbeitsnachweis",
        text("Nachweis über Arbeit oder Ausbildung", "Proof of work or training", "Ein Papier über Ihre Arbeit"),
        {
          why: text(
            "Nur wenn Sie mehr als fünf Stunden Betreuung am Tag brauchen.",
            "Only if you need more than five hours of care a day.",
            "Nur wenn Ihr Kind länger als 5 Stunden bleiben soll.",
          ),
          required: false,
          max: 2,
        },
      ),
    ],
    steps: [
      text(
        "Sie sagen, ab wann und wie lange am Tag Ihr Kind betreut werden soll.",
        "You say from when and for how many hours a day your child needs care.",
        "Sie sagen: Wann soll Ihr Kind kommen? Wie lange soll es bleiben?",
      ),
      text(
        "Das Jugendamt sucht einen Platz und fragt bei Bedarf nach.",
        "The youth office looks for a place and asks you if it needs to.",
        "Das Jugend-Amt sucht einen Platz.",
      ),
      text("Das Angebot kommt hier im Portal.", "The offer arrives here.", "Sie lesen die Antwort hier."),
    ],
    cost: text(
      "Die Anmeldung ist kostenlos. Der Beitrag hängt vom Einkommen ab.",
      "Registering is free. The fee depends on your income.",
      "Die Anmeldung kostet nichts. Für die Kita zahlen manche Eltern.",
    ),
    targetDays: 20,
    legalBasis: "§ 24 Sozialgesetzbuch VIII",
    channels: ["online", "callback"],
    synonyms: {
      de: ["Kindergarten", "Krippe", "Tagesmutter", "Kinderbetreuung", "Kindertagesstätte", "Kitagutschein", "Hort"],
      en: ["kindergarten", "daycare", "day care", "childcare", "childminder", "preschool"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["family"],
    preCheck: [],
  },
  {
    key: "DEMO0000000016",
    keyOrigin: "demo",
    slug: "unterhaltsvorschuss",
    title: text("Unterhaltsvorschuss beantragen", "Apply for maintenance advance", "Geld für Ihr Kind bekommen"),
    summary: text(
      "Zahlt der andere Elternteil keinen oder zu wenig Unterhalt, springt der Staat ein.",
      "If the other parent pays no or too little maintenance, the state steps in.",
      "Der andere Eltern-Teil zahlt nicht. Dann hilft das Amt.",
    ),
    forWhom: text(
      "Für Alleinerziehende mit Kindern unter 18 Jahren.",
      "For single parents of children under 18.",
      "Für Mütter und Väter, die allein mit dem Kind wohnen.",
    ),
    evidence: [
      evidence(
        "geburtsurkunde",
        text("Geburtsurkunde des Kindes", "Birth certificate of the child", "Geburts-Urkunde vom Kind"),
      ),
      evidence("einkommen", text("Nachweis über Ihr Einkommen", "Proof of your income", "Ein Papier über Ihr Geld"), {
        why: text(
          "Nur für Kinder ab 12 Jahren.",
          "Only for children of 12 years and older.",
          "Nur wenn Ihr Kind 12 Jahre alt ist. Oder älter.",
        ),
        required: false,
        max: 5,
      }),
      evidence(
        "unterhaltstitel",
        text(
          "Unterhaltstitel, wenn es einen gibt",
          "Maintenance order, if there is one",
          "Ein Papier vom Gericht über das Geld",
        ),
        { required: false, max: 3 },
      ),
    ],
    steps: [sendOnline, officeChecks, decisionArrives],
    cost: free,
    targetDays: 30,
    legalBasis: "§ 1 Unterhaltsvorschussgesetz (UhVorschG)",
    channels: ["online", "callback"],
    synonyms: {
      de: ["Unterhalt", "alleinerziehend", "Alimente", "Jugendamt", "Vater zahlt nicht", "Trennung"],
      en: ["child support", "alimony", "single parent", "child maintenance"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["family", "money"],
    preCheck: [
      {
        id: "allein",
        question: text(
          "Lebt das Kind überwiegend bei Ihnen, und sind Sie alleinerziehend?",
          "Does the child mainly live with you, and are you a single parent?",
          "Wohnen Sie allein mit Ihrem Kind?",
        ),
        answers: [
          goOn("ja", yes),
          betterDoor("nein", no, {
            text: text(
              "Unterhaltsvorschuss gibt es nur für Alleinerziehende. Das Jugendamt berät Sie, was sonst möglich ist.",
              "Maintenance advance is for single parents only. The youth office can tell you what else is possible.",
              "Dieses Geld ist nur für Eltern, die allein sind. Fragen Sie das Amt nach anderer Hilfe.",
            ),
            slug: "allgemeine-frage",
          }),
        ],
      },
    ],
  },
  {
    key: "DEMO0000000014",
    keyOrigin: "demo",
    slug: "eheschliessung",
    title: text("Eheschließung anmelden", "Give notice of marriage", "Heiraten"),
    summary: text(
      "Vor der Hochzeit prüft das Standesamt Ihre Urkunden.",
      "Before the wedding, the registry office checks your certificates.",
      "Sie wollen heiraten. Das Amt prüft vorher Ihre Papiere.",
    ),
    forWhom: text(
      "Für Paare, von denen mindestens eine Person hier wohnt.",
      "For couples of whom at least one lives here.",
      "Für Paare. Eine Person muss hier wohnen.",
    ),
    evidence: [
      identityCard,
      evidence(
        "geburtsurkunden",
        text(
          "Geburtsurkunden von Ihnen beiden",
          "Birth certificates of both of you",
          "Die Geburts-Urkunden von Ihnen beiden",
        ),
        { max: 4 },
      ),
      evidence(
        "fruehere-ehe",
        text(
          "Nachweis, dass eine frühere Ehe beendet ist",
          "Proof that a former marriage has ended",
          "Ein Papier über eine frühere Ehe",
        ),
        { required: false, max: 4 },
      ),
    ],
    steps: [
      sendOnline,
      officeChecks,
      text(
        "Sie bekommen einen Termin, zu dem Sie beide kommen.",
        "You receive an appointment for both of you.",
        "Sie bekommen einen Termin. Sie kommen beide.",
      ),
    ],
    cost: text("Ab 66 Euro", "From 66 euros", "Das kostet 66 Euro oder mehr."),
    targetDays: null,
    legalBasis: "§ 12 Personenstandsgesetz (PStG)",
    channels: ["online", "appointment", "callback"],
    synonyms: {
      de: ["heiraten", "Heirat", "Hochzeit", "Trauung", "Ehe", "Standesamt", "Trautermin"],
      en: ["wedding", "marry", "getting married", "marriage", "registry office"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["family"],
    preCheck: [],
  },
];

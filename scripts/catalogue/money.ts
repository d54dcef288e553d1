import type { Service } from "@dvd/domain/service/service";
import { betterDoor, decisionArrives, evidence, free, goOn, no, officeChecks, sendOnline, text, yes } from "./text.ts";

export const moneyServices: Service[] = [
  {
    key: "DEMO0000000009",
    keyOrigin: "demo",
    slug: "wohngeld",
    title: text("Wohngeld beantragen", "Apply for housing benefit", "Geld für die Wohnung bekommen"),
    summary: text(
      "Zuschuss zur Miete oder zu den Kosten der eigenen Wohnung.",
      "A contribution to your rent or to the costs of your own home.",
      "Sie haben wenig Geld. Das Amt hilft bei der Miete.",
    ),
    forWhom: text(
      "Für Haushalte mit geringem Einkommen, die keine Leistung bekommen, in der die Miete schon enthalten ist.",
      "For households with a low income that receive no benefit which already covers the rent.",
      "Für Menschen mit wenig Geld.",
    ),
    evidence: [
      evidence("mietvertrag", text("Mietvertrag, alle Seiten", "Tenancy agreement, all pages", "Den Miet-Vertrag"), {
        why: text(
          "Daraus liest die Stelle Miete und Größe der Wohnung.",
          "The office reads the rent and the size of the home from it.",
          "Darin steht, wie viel Miete Sie zahlen.",
        ),
        max: 5,
      }),
      evidence("einkommen", text("Nachweis über Ihr Einkommen", "Proof of income", "Ein Papier über Ihr Geld"), {
        why: text(
          "Die letzten drei Monate, von allen im Haushalt. Davon hängt die Höhe ab.",
          "The last three months, of everybody in the household. The amount depends on it.",
          "Das Amt rechnet aus, wie viel Sie bekommen.",
        ),
        max: 10,
      }),
    ],
    steps: [sendOnline, officeChecks, decisionArrives],
    cost: free,
    targetDays: 30,
    legalBasis: "§ 3 und § 22 Wohngeldgesetz (WoGG)",
    channels: ["online", "appointment", "callback"],
    synonyms: {
      de: [
        "Mietzuschuss",
        "Lastenzuschuss",
        "Mietbeihilfe",
        "Hilfe bei der Miete",
        "Miete zu hoch",
        "Wohngeldstelle",
        "Zuschuss zur Wohnung",
      ],
      en: ["rent support", "rent allowance", "help with rent", "housing allowance", "wohngeld"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["money"],
    preCheck: [
      {
        id: "leistung",
        question: text(
          "Bekommen Sie schon Bürgergeld, Grundsicherung oder Geld nach dem Asylbewerberleistungsgesetz?",
          "Do you already receive Bürgergeld, Grundsicherung or asylum seekers' benefits?",
          "Bekommen Sie schon Geld vom Job-Center oder vom Sozial-Amt?",
        ),
        answers: [
          goOn("nein", no),
          betterDoor("ja", yes, {
            text: text(
              "Ihre Miete ist in dieser Leistung meist schon enthalten. Reichen Sie Unterlagen zur Miete dort nach.",
              "That benefit usually covers your rent already. Send documents about your rent there.",
              "Das Amt zahlt dann die Miete schon. Schicken Sie Papiere an dieses Amt.",
            ),
            slug: "buergergeld-unterlagen",
          }),
        ],
      },
      {
        id: "wohnung",
        question: text(
          "Zahlen Sie Miete, oder tragen Sie Kosten für Ihre eigene Wohnung?",
          "Do you pay rent, or costs for your own home?",
          "Zahlen Sie für Ihre Wohnung?",
        ),
        answers: [
          goOn("ja", yes),
          betterDoor("nein", no, {
            text: text(
              "Ohne Kosten für die Wohnung gibt es kein Wohngeld. Beschreiben Sie uns, was Sie brauchen.",
              "Without housing costs there is no housing benefit. Tell us what you need.",
              "Dann gibt es kein Geld für die Wohnung. Schreiben Sie uns, was Sie brauchen.",
            ),
            slug: "allgemeine-frage",
          }),
        ],
      },
    ],
  },
  {
    key: "99107108017000",
    keyOrigin: "leika",
    slug: "buergergeld-unterlagen",
    title: text(
      "Unterlagen zum Bürgergeld nachreichen",
      "Send documents for Bürgergeld",
      "Papiere an das Job-Center schicken",
    ),
    summary: text(
      "Das Jobcenter hat Sie um Unterlagen gebeten? Schicken Sie sie verschlüsselt.",
      "The Jobcenter has asked you for documents? Send them encrypted.",
      "Das Job-Center braucht Papiere von Ihnen.",
    ),
    forWhom: text(
      "Für alle, die Bürgergeld bekommen oder beantragt haben.",
      "For everybody who receives Bürgergeld or has applied for it.",
      "Für alle, die Geld vom Job-Center bekommen.",
    ),
    evidence: [
      evidence(
        "kontoauszuege",
        text(
          "Kontoauszüge der letzten drei Monate",
          "Bank statements of the last three months",
          "Papiere von der Bank",
        ),
        {
          why: text(
            "Sie dürfen Ausgaben zu Religion, Politik und Gesundheit schwärzen.",
            "You may black out spending on religion, politics and health.",
            "Private Ausgaben dürfen Sie schwarz machen.",
          ),
          required: false,
          max: 10,
        },
      ),
      evidence(
        "mietvertrag",
        text("Mietvertrag oder Mietbescheinigung", "Tenancy agreement or confirmation of rent", "Den Miet-Vertrag"),
        {
          required: false,
          max: 5,
        },
      ),
      evidence(
        "anderes",
        text("Was das Jobcenter sonst verlangt hat", "Anything else the Jobcenter has asked for", "Andere Papiere"),
        {
          required: false,
          max: 10,
        },
      ),
    ],
    steps: [
      text(
        "Sie nennen das Aktenzeichen aus dem Schreiben, wenn Sie es haben.",
        "You name the reference of the letter, if you have it.",
        "Auf dem Brief steht eine Nummer. Schreiben Sie die Nummer auf.",
      ),
      sendOnline,
      officeChecks,
    ],
    cost: free,
    targetDays: 10,
    legalBasis: "§ 60 Sozialgesetzbuch I, Sozialgesetzbuch II",
    channels: ["online", "callback"],
    synonyms: {
      de: [
        "Jobcenter",
        "Hartz 4",
        "Hartz IV",
        "Arbeitslosengeld 2",
        "ALG II",
        "Grundsicherung",
        "Kontoauszug",
        "Nachweise nachreichen",
        "arbeitslos",
      ],
      en: ["jobcentre", "unemployment benefit", "basic income support", "citizen's benefit", "bank statement"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["money"],
    preCheck: [],
  },
  {
    key: "DEMO0000000017",
    keyOrigin: "demo",
    slug: "schwerbehinderung",
    title: text(
      "Nachteilsausgleich bei Behinderung beantragen",
      "Apply for disability support",
      "Hilfe bei einer Behinderung bekommen",
    ),
    summary: text(
      "Die Stelle stellt den Grad der Behinderung fest. Davon hängen Ausweis und Erleichterungen ab.",
      "The office determines the degree of disability. Your pass and concessions depend on it.",
      "Das Amt prüft Ihre Behinderung. Dann bekommen Sie vielleicht einen Ausweis.",
    ),
    forWhom: text(
      "Für alle, deren Gesundheit länger als sechs Monate beeinträchtigt ist.",
      "For everybody whose health is impaired for more than six months.",
      "Für Menschen mit Behinderung. Oder für Menschen, die lange krank sind.",
    ),
    evidence: [
      evidence(
        "befunde",
        text(
          "Ärztliche Befunde der letzten zwei Jahre",
          "Medical reports of the last two years",
          "Briefe von Ihren Ärzten",
        ),
        {
          why: text(
            "Nur, was Sie schon haben. Fehlendes fordert die Stelle mit Ihrer Erlaubnis selbst an.",
            "Only what you already have. The office asks for the rest itself, with your permission.",
            "Nur Briefe, die Sie schon haben.",
          ),
          required: false,
          max: 20,
        },
      ),
      evidence("foto", text("Foto für den Ausweis", "Photo for the pass", "Ein Pass-Foto"), { required: false }),
    ],
    steps: [sendOnline, officeChecks, decisionArrives],
    cost: free,
    targetDays: 90,
    legalBasis: "§ 152 Sozialgesetzbuch IX",
    channels: ["online", "callback"],
    synonyms: {
      de: [
        "Schwerbehindertenausweis",
        "Schwerbehinderung",
        "Grad der Behinderung",
        "GdB",
        "Behindertenausweis",
        "Merkzeichen",
        "Versorgungsamt",
        "behindert",
        "Rollstuhl",
      ],
      en: ["disabled", "disability pass", "disability card", "severely disabled", "handicap", "wheelchair"],
    },
    sensitivity: "high",
    needsLevel: "low",
    situations: ["money"],
    preCheck: [],
  },
];

import type { Service } from "@dvd/domain/service/service";
import { betterDoor, evidence, free, goOn, identityCard, no, officeChecks, sendOnline, text, yes } from "./text.ts";

const atAppointment = text(
  "Zum Termin bringen Sie das Dokument mit. Die neue Anschrift wird sofort eingetragen.",
  "Bring the document to the appointment. The new address is entered at once.",
  "Bringen Sie den Ausweis mit. Das Amt ändert die Adresse sofort.",
);
const askAppointment = text(
  "Sie schreiben uns, wann Sie kommen können.",
  "You tell us when you can come.",
  "Sie schreiben uns, wann Sie Zeit haben.",
);
const appointmentArrives = text(
  "Sie bekommen einen Termin hier im Portal.",
  "You receive an appointment here.",
  "Sie bekommen einen Termin.",
);

const registeredAlready = {
  id: "angemeldet",
  question: text(
    "Ist Ihre neue Anschrift schon angemeldet?",
    "Is your new address already registered?",
    "Haben Sie Ihre neue Adresse schon angemeldet?",
  ),
  answers: [
    goOn("ja", yes),
    betterDoor("nein", no, {
      text: text(
        "Melden Sie zuerst Ihren Wohnsitz an. Die Anschrift im Dokument wird dabei gleich mit geändert.",
        "Register your address first. The address in your document is changed along with it.",
        "Melden Sie zuerst Ihre Wohnung an.",
      ),
      slug: "wohnsitz-anmelden",
    }),
  ],
};

export const paperServices: Service[] = [
  {
    key: "99008001011001",
    keyOrigin: "leika",
    slug: "ausweis-adresse",
    title: text(
      "Adresse im Personalausweis ändern",
      "Change the address on your identity card",
      "Neue Adresse in den Ausweis schreiben",
    ),
    summary: text(
      "Nach einem Umzug bekommt Ihr Personalausweis einen Aufkleber mit der neuen Anschrift.",
      "After moving, your identity card gets a sticker with the new address.",
      "Sie sind umgezogen. Auf dem Ausweis steht noch die alte Adresse.",
    ),
    forWhom: text(
      "Für alle mit deutschem Personalausweis, die umgezogen sind.",
      "For everybody with a German identity card who has moved.",
      "Für alle mit Ausweis, die umgezogen sind.",
    ),
    evidence: [identityCard],
    steps: [askAppointment, appointmentArrives, atAppointment],
    cost: free,
    targetDays: null,
    legalBasis: "§ 27 und § 28 Personalausweisgesetz (PAuswG)",
    channels: ["online", "appointment", "callback"],
    synonyms: {
      de: ["Perso", "Ausweis ändern", "Adressaufkleber", "Anschrift im Ausweis", "Umzug"],
      en: ["id card", "identity document", "address sticker", "moving"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["papers", "moving"],
    preCheck: [registeredAlready],
  },
  {
    key: "99085001011001",
    keyOrigin: "leika",
    slug: "reisepass-wohnort",
    title: text(
      "Wohnort im Reisepass ändern",
      "Change the place of residence in your passport",
      "Neuen Ort in den Reise-Pass schreiben",
    ),
    summary: text(
      "Wenn Sie in einen anderen Ort gezogen sind, wird der Wohnort im Reisepass geändert.",
      "If you have moved to another town, the place of residence in your passport is changed.",
      "Sie wohnen in einer anderen Stadt. Das muss im Reise-Pass stehen.",
    ),
    forWhom: text(
      "Für alle mit deutschem Reisepass, die in einen anderen Ort gezogen sind.",
      "For everybody with a German passport who has moved to another town.",
      "Für alle mit Reise-Pass, die in einen anderen Ort gezogen sind.",
    ),
    evidence: [
      evidence("reisepass", text("Reisepass, Seite mit dem Foto", "Passport, page with the photo", "Ihr Reise-Pass")),
    ],
    steps: [askAppointment, appointmentArrives, atAppointment],
    cost: free,
    targetDays: null,
    legalBasis: "§ 15 Passgesetz (PassG)",
    channels: ["online", "appointment", "callback"],
    synonyms: {
      de: ["Pass", "Passamt", "Passänderung", "Umzug"],
      en: ["passport address", "travel document", "moving"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["papers", "moving"],
    preCheck: [registeredAlready],
  },
  {
    key: "99008004011002",
    keyOrigin: "leika",
    slug: "eid-adresse",
    title: text(
      "Adresse im Online-Ausweis ändern",
      "Change the address in your online ID",
      "Neue Adresse im Online-Ausweis",
    ),
    summary: text(
      "Die Anschrift im Chip Ihres Ausweises wird nach dem Umzug aktualisiert.",
      "The address on the chip of your card is updated after you move.",
      "Im Ausweis ist ein Chip. Dort steht noch die alte Adresse.",
    ),
    forWhom: text(
      "Für alle, die sich mit dem Online-Ausweis (eID) ausweisen und umgezogen sind.",
      "For everybody who uses the online ID (eID) and has moved.",
      "Für alle mit Online-Ausweis, die umgezogen sind.",
    ),
    evidence: [],
    steps: [
      sendOnline,
      officeChecks,
      text(
        "Beim nächsten Besuch wird der Chip beschrieben, das dauert fünf Minuten.",
        "The chip is written on your next visit; it takes five minutes.",
        "Sie gehen einmal zum Amt. Das dauert 5 Minuten.",
      ),
    ],
    cost: free,
    targetDays: 3,
    legalBasis: "§ 19 Personalausweisverordnung (PAuswV)",
    channels: ["online", "appointment", "callback"],
    synonyms: {
      de: ["eID", "elektronischer Ausweis", "Online-Ausweisfunktion", "Chip", "AusweisApp", "Umzug"],
      en: ["eid", "electronic id", "chip", "moving"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["papers", "moving"],
    preCheck: [registeredAlready],
  },
  {
    key: "DEMO0000000018",
    keyOrigin: "demo",
    slug: "aufenthaltstitel",
    title: text("Aufenthaltstitel verlängern", "Extend your residence permit", "Länger in Deutschland bleiben"),
    summary: text(
      "Bevor Ihr Aufenthaltstitel abläuft, beantragen Sie die Verlängerung.",
      "Apply for an extension before your residence permit runs out.",
      "Ihre Aufenthalts-Karte gilt bald nicht mehr. Sie brauchen eine neue.",
    ),
    forWhom: text(
      "Für Menschen ohne EU-Staatsangehörigkeit, deren Aufenthaltstitel in den nächsten Monaten abläuft.",
      "For people without EU citizenship whose residence permit runs out in the next months.",
      "Für Menschen, die nicht aus der EU kommen. Ihre Karte läuft bald ab.",
    ),
    evidence: [
      evidence(
        "reisepass",
        text("Reisepass, alle Seiten mit Einträgen", "Passport, all pages with entries", "Ihr Reise-Pass"),
        { max: 5 },
      ),
      evidence(
        "arbeitsvertrag",
        text(
          "Arbeitsvertrag oder anderer Nachweis, wovon Sie leben",
          "Employment contract or other proof of income",
          "Ein Papier über Ihre Arbeit oder Ihr Geld",
        ),
        {
          why: text(
            "Die Stelle muss prüfen, ob Ihr Lebensunterhalt gesichert ist.",
            "The office has to check that you can support yourself.",
            "Das Amt muss wissen: Wovon leben Sie?",
          ),
          max: 3,
        },
      ),
      evidence("foto", text("Biometrisches Foto", "Biometric photo", "Ein Pass-Foto")),
      evidence(
        "krankenversicherung",
        text("Nachweis der Krankenversicherung", "Proof of health insurance", "Ein Papier von der Kranken-Kasse"),
      ),
    ],
    steps: [
      sendOnline,
      officeChecks,
      text(
        "Sie werden zu einem Termin eingeladen und bekommen die neue Karte.",
        "You are invited to an appointment and receive the new card.",
        "Sie bekommen einen Termin. Dort bekommen Sie die neue Karte.",
      ),
    ],
    cost: text(
      "93 Euro, ermäßigt oder frei in besonderen Fällen",
      "93 euros, reduced or free in special cases",
      "Das kostet 93 Euro. Manchmal weniger.",
    ),
    targetDays: 45,
    legalBasis: "§ 8 Aufenthaltsgesetz (AufenthG)",
    channels: ["online", "appointment", "callback"],
    synonyms: {
      de: [
        "Ausländerbehörde",
        "Aufenthaltserlaubnis",
        "Aufenthaltsgenehmigung",
        "Visum verlängern",
        "Aufenthalt",
        "Blaue Karte",
      ],
      en: ["visa", "residence title", "immigration office", "extend visa", "blue card", "stay"],
    },
    sensitivity: "high",
    needsLevel: "low",
    situations: ["papers"],
    preCheck: [
      {
        id: "eu",
        question: text(
          "Haben Sie die Staatsangehörigkeit eines EU-Landes?",
          "Are you a citizen of an EU country?",
          "Kommen Sie aus einem Land in der EU?",
        ),
        answers: [
          goOn("nein", no),
          betterDoor("ja", yes, {
            text: text(
              "Dann brauchen Sie keinen Aufenthaltstitel. Melden Sie nur Ihren Wohnsitz an.",
              "Then you need no residence permit. Just register your address.",
              "Dann brauchen Sie diese Karte nicht. Melden Sie nur Ihre Wohnung an.",
            ),
            slug: "wohnsitz-anmelden",
          }),
        ],
      },
    ],
  },
  {
    key: "DEMO0000000013",
    keyOrigin: "demo",
    slug: "geburtsurkunde",
    title: text("Geburtsurkunde anfordern", "Order a birth certificate", "Eine Geburts-Urkunde bekommen"),
    summary: text(
      "Sie brauchen eine neue Urkunde über eine Geburt, die hier beurkundet wurde.",
      "You need a new certificate of a birth that was recorded here.",
      "Sie brauchen ein Papier über eine Geburt.",
    ),
    forWhom: text(
      "Für Sie selbst, Ihre Kinder, Ihre Eltern oder Großeltern.",
      "For yourself, your children, your parents or grandparents.",
      "Für Sie selbst oder für Ihre Familie.",
    ),
    evidence: [identityCard],
    steps: [
      sendOnline,
      officeChecks,
      text("Die Urkunde kommt mit der Post.", "The certificate arrives by post.", "Die Urkunde kommt mit der Post."),
    ],
    cost: text("12 Euro je Urkunde", "12 euros per certificate", "Eine Urkunde kostet 12 Euro."),
    targetDays: 5,
    legalBasis: "§ 62 Personenstandsgesetz (PStG)",
    channels: ["online", "callback"],
    synonyms: {
      de: ["Standesamt", "Urkunde", "Geburtsschein", "Abstammungsurkunde", "Baby", "Geburt"],
      en: ["birth certificate", "registry office", "baby", "newborn", "certificate"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["papers", "family"],
    preCheck: [
      {
        id: "hier-geboren",
        question: text(
          "Wurde die Geburt in diesem Ort beurkundet?",
          "Was the birth recorded in this place?",
          "War die Geburt in diesem Ort?",
        ),
        answers: [
          goOn("ja", yes),
          betterDoor("nein", no, {
            text: text(
              "Zuständig ist das Standesamt des Geburtsortes. Suchen Sie mit dessen Postleitzahl.",
              "The registry office of the place of birth is responsible. Search with its postal code.",
              "Fragen Sie das Standes-Amt im Geburts-Ort.",
            ),
            slug: null,
          }),
        ],
      },
    ],
  },
];

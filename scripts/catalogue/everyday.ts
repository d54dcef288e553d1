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

export const everydayServices: Service[] = [
  {
    key: "DEMO0000000010",
    keyOrigin: "demo",
    slug: "hund-anmelden",
    title: text("Hund anmelden", "Register a dog", "Einen Hund anmelden"),
    summary: text(
      "Für die Hundesteuer melden Sie Ihren Hund bei der Stadt an.",
      "Register your dog with the town for dog tax.",
      "Sie haben einen Hund. Die Stadt muss das wissen.",
    ),
    forWhom: text(
      "Für alle, die einen Hund halten, spätestens zwei Wochen nach dem Einzug des Hundes.",
      "For everybody who keeps a dog, at the latest two weeks after it moved in.",
      "Für alle, die einen Hund haben.",
    ),
    evidence: [
      evidence("impfpass", text("Impfpass", "Vaccination certificate", "Den Impf-Pass vom Hund"), {
        why: text(
          "Darin stehen Rasse, Alter und Chipnummer.",
          "It names breed, age and chip number.",
          "Darin steht alles über den Hund.",
        ),
        max: 2,
      }),
      evidence(
        "versicherung",
        text("Nachweis der Haftpflichtversicherung", "Proof of liability insurance", "Ein Papier von der Versicherung"),
        { required: false },
      ),
    ],
    steps: [
      sendOnline,
      officeChecks,
      text(
        "Bescheid und Steuermarke kommen.",
        "The tax notice and the tag arrive.",
        "Sie bekommen einen Brief und eine Hunde-Marke.",
      ),
    ],
    cost: text(
      "Hundesteuer: 96 Euro im Jahr für den ersten Hund",
      "Dog tax: 96 euros a year for the first dog",
      "Ein Hund kostet 96 Euro im Jahr.",
    ),
    targetDays: 5,
    legalBasis: "Hundesteuersatzung der Gemeinde",
    channels: ["online", "callback"],
    synonyms: {
      de: ["Hundesteuer", "Hundemarke", "Steuermarke", "Welpe", "Vierbeiner", "Tier", "Haustier"],
      en: ["dog tax", "puppy", "pet", "dog licence"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["everyday"],
    preCheck: [],
  },
  {
    key: "DEMO0000000011",
    keyOrigin: "demo",
    slug: "hund-abmelden",
    title: text("Hund abmelden", "Deregister a dog", "Einen Hund abmelden"),
    summary: text(
      "Ihr Hund ist gestorben, abgegeben oder mit Ihnen weggezogen: Die Hundesteuer endet.",
      "Your dog has died, found a new home or moved away with you: dog tax ends.",
      "Sie haben keinen Hund mehr. Dann zahlen Sie nicht mehr.",
    ),
    forWhom: text(
      "Für alle, die in diesem Ort Hundesteuer zahlen.",
      "For everybody who pays dog tax in this place.",
      "Für alle, die für einen Hund bezahlt haben.",
    ),
    evidence: [
      evidence(
        "nachweis",
        text(
          "Nachweis, zum Beispiel vom Tierarzt oder Kaufvertrag",
          "Proof, for example from the vet or a contract of sale",
          "Ein Papier, zum Beispiel vom Tier-Arzt",
        ),
        { max: 2 },
      ),
    ],
    steps: [sendOnline, officeChecks, decisionArrives],
    cost: free,
    targetDays: 5,
    legalBasis: "Hundesteuersatzung der Gemeinde",
    channels: ["online", "callback"],
    synonyms: {
      de: [
        "Hund gestorben",
        "Hund tot",
        "Hund verkauft",
        "Hundesteuer beenden",
        "Hundesteuer abmelden",
        "Hund abgegeben",
      ],
      en: ["dog died", "dog sold", "end dog tax", "cancel dog tax"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["everyday"],
    preCheck: [],
  },
  {
    key: "DEMO0000000012",
    keyOrigin: "demo",
    slug: "bewohnerparken",
    title: text(
      "Bewohnerparkausweis beantragen",
      "Apply for a resident's parking permit",
      "Vor der Wohnung parken dürfen",
    ),
    summary: text(
      "Mit dem Ausweis parken Sie in Ihrem Viertel ohne Parkschein.",
      "With the permit you park in your neighbourhood without a ticket.",
      "Mit dem Ausweis parken Sie in Ihrer Straße. Sie brauchen keinen Park-Schein.",
    ),
    forWhom: text(
      "Für alle, die in einem Gebiet mit Bewohnerparken gemeldet sind und ein Auto nutzen.",
      "For everybody registered in a residents' parking area who uses a car.",
      "Für alle mit Auto, die dort wohnen.",
    ),
    evidence: [
      evidence(
        "fahrzeugschein",
        text(
          "Fahrzeugschein (Zulassungsbescheinigung Teil I)",
          "Vehicle registration certificate",
          "Den Fahrzeug-Schein",
        ),
        { max: 2 },
      ),
      evidence(
        "ueberlassung",
        text(
          "Erklärung, wenn das Auto jemand anderem gehört",
          "Statement, if the car belongs to somebody else",
          "Ein Papier, wenn das Auto nicht Ihnen gehört",
        ),
        { required: false },
      ),
    ],
    steps: [
      sendOnline,
      officeChecks,
      text(
        "Der Ausweis kommt hier im Portal zum Ausdrucken.",
        "The permit arrives here for you to print.",
        "Sie bekommen den Ausweis hier. Sie drucken ihn aus.",
      ),
    ],
    cost: text("30 Euro im Jahr", "30 euros a year", "Das kostet 30 Euro im Jahr."),
    targetDays: 4,
    legalBasis: "§ 45 Absatz 1b Straßenverkehrs-Ordnung (StVO)",
    channels: ["online", "callback"],
    synonyms: {
      de: ["Anwohnerparkausweis", "Anwohnerparken", "Parkausweis", "Parkplatz", "parken", "Parkzone", "Anwohner"],
      en: ["parking permit", "resident parking", "parking", "car park"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["everyday"],
    preCheck: [
      {
        id: "gemeldet",
        question: text(
          "Sind Sie unter der Anschrift gemeldet, an der Sie parken wollen?",
          "Are you registered at the address where you want to park?",
          "Sind Sie dort angemeldet, wo Sie parken wollen?",
        ),
        answers: [
          goOn("ja", yes),
          betterDoor("nein", no, {
            text: text(
              "Melden Sie zuerst Ihren Wohnsitz an.",
              "Register your address first.",
              "Melden Sie zuerst Ihre Wohnung an.",
            ),
            slug: "wohnsitz-anmelden",
          }),
        ],
      },
    ],
  },
  {
    key: "DEMO0000000019",
    keyOrigin: "demo",
    slug: "fuehrerschein-umtausch",
    title: text("Führerschein umtauschen", "Exchange your driving licence", "Den Führer-Schein umtauschen"),
    summary: text(
      "Alte Führerscheine werden gegen den EU-Kartenführerschein getauscht.",
      "Old driving licences are exchanged for the EU card licence.",
      "Ihr alter Führer-Schein gilt bald nicht mehr. Sie bekommen einen neuen.",
    ),
    forWhom: text(
      "Für alle, deren Führerschein vor dem 19. Januar 2013 ausgestellt wurde.",
      "For everybody whose licence was issued before 19 January 2013.",
      "Für alle mit einem alten Führer-Schein.",
    ),
    evidence: [
      evidence("foto", text("Biometrisches Foto", "Biometric photo", "Ein Pass-Foto")),
      identityCard,
      evidence(
        "fuehrerschein",
        text("Alter Führerschein, beide Seiten", "Old driving licence, both sides", "Ihr alter Führer-Schein"),
        { max: 2 },
      ),
    ],
    steps: [
      sendOnline,
      officeChecks,
      text("Die neue Karte kommt mit der Post.", "The new card arrives by post.", "Die neue Karte kommt mit der Post."),
    ],
    cost: text("25,30 Euro", "25.30 euros", "Das kostet 25 Euro und 30 Cent."),
    targetDays: 21,
    legalBasis: "§ 24a Fahrerlaubnis-Verordnung (FeV)",
    channels: ["online", "callback"],
    synonyms: {
      de: [
        "Lappen",
        "Fahrerlaubnis",
        "Kartenführerschein",
        "rosa Führerschein",
        "grauer Führerschein",
        "Führerscheinstelle",
        "Pflichtumtausch",
      ],
      en: ["driver's license", "driving license", "drivers licence", "license"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["everyday", "papers"],
    preCheck: [
      {
        id: "alt",
        question: text(
          "Wurde Ihr Führerschein vor dem 19. Januar 2013 ausgestellt?",
          "Was your licence issued before 19 January 2013?",
          "Ist Ihr Führer-Schein aus der Zeit vor 2013?",
        ),
        answers: [
          goOn("ja", yes),
          betterDoor("nein", no, {
            text: text(
              "Dann gilt er bis zu dem Datum, das auf der Karte steht. Sie müssen jetzt nichts tun.",
              "Then it is valid until the date on the card. You need not do anything now.",
              "Auf der Karte steht ein Datum. So lange gilt sie noch.",
            ),
            slug: null,
          }),
        ],
      },
    ],
  },
  {
    key: "DEMO0000000022",
    keyOrigin: "demo",
    slug: "laermbeschwerde",
    title: text("Lärm melden", "Report noise", "Es ist zu laut"),
    summary: text(
      "Wiederkehrender Lärm von Nachbarn, Gaststätten oder Baustellen stört Sie.",
      "Repeated noise from neighbours, pubs or building sites disturbs you.",
      "Es ist oft zu laut. Das stört Sie.",
    ),
    forWhom: text(
      "Für alle, die von Lärm betroffen sind und ihn genau beschreiben können.",
      "For everybody who suffers from noise and can describe it.",
      "Für alle, die Lärm stört.",
    ),
    evidence: [
      evidence(
        "laermprotokoll",
        text("Lärmprotokoll oder Fotos", "Noise diary or photos", "Eine Liste: Wann war es laut?"),
        {
          why: text(
            "Mit Tag, Uhrzeit und Dauer.",
            "With day, time and duration.",
            "Schreiben Sie Tag und Uhr-Zeit auf.",
          ),
          required: false,
          max: 10,
        },
      ),
    ],
    steps: [
      sendOnline,
      officeChecks,
      text(
        "Sie lesen hier, was unternommen wurde.",
        "You read here what was done.",
        "Sie lesen hier, was das Amt gemacht hat.",
      ),
    ],
    cost: free,
    targetDays: 10,
    legalBasis: "§ 117 Gesetz über Ordnungswidrigkeiten (OWiG)",
    channels: ["online", "callback"],
    synonyms: {
      de: [
        "Ruhestörung",
        "Lärmbelästigung",
        "Nachbar zu laut",
        "laute Musik",
        "Krach",
        "Party",
        "Baulärm",
        "Beschwerde",
        "Ordnungsamt",
      ],
      en: ["noise complaint", "loud neighbours", "loud music", "noisy", "disturbance", "party"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["everyday"],
    preCheck: [
      {
        id: "jetzt",
        question: text("Ist es gerade jetzt zu laut?", "Is it too loud right now?", "Ist es jetzt gerade zu laut?"),
        answers: [
          goOn("nein", no),
          betterDoor("ja", yes, {
            text: text(
              "Dann rufen Sie bitte die Polizei vor Ort an, nachts und am Wochenende immer. Hier antwortet Ihnen erst am nächsten Arbeitstag jemand.",
              "Then please call the local police, at night and at weekends always. Nobody answers here before the next working day.",
              "Dann rufen Sie bitte die Polizei an. Hier antwortet erst morgen jemand.",
            ),
            slug: null,
          }),
        ],
      },
    ],
  },
];

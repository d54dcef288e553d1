import type { Service } from "@dvd/domain/service/service";
import { betterDoor, decisionArrives, evidence, goOn, no, officeChecks, sendOnline, text, yes } from "./text.ts";

export const buildingServices: Service[] = [
  {
    key: "99012070006001",
    keyOrigin: "leika",
    slug: "baugenehmigung",
    title: text("Bauantrag einreichen", "Apply for planning permission", "Fragen, ob Sie bauen dürfen"),
    summary: text(
      "Bevor Sie bauen, umbauen oder anbauen, prüft die Bauaufsicht Ihre Pläne.",
      "Before you build, the building authority checks your plans.",
      "Sie wollen ein Haus bauen. Das Amt prüft Ihren Plan.",
    ),
    forWhom: text(
      "Für alle, die bauen, umbauen, anbauen oder ein Gebäude anders nutzen wollen.",
      "For everybody who wants to build, convert, extend or use a building differently.",
      "Für alle, die bauen oder umbauen wollen.",
    ),
    evidence: [
      evidence("lageplan", text("Lageplan", "Site plan", "Ein Plan vom Grund-Stück"), {
        why: text(
          "Er zeigt das Grundstück und was darauf gebaut wird.",
          "It shows the plot and what will be built on it.",
          "Das Amt sieht: Wo soll das Haus stehen?",
        ),
        max: 3,
      }),
      evidence("bauzeichnungen", text("Bauzeichnungen", "Drawings", "Zeichnungen vom Haus"), {
        why: text(
          "Grundrisse, Schnitte und Ansichten.",
          "Floor plans, sections and elevations.",
          "Das Amt sieht: So soll das Haus aussehen.",
        ),
        max: 20,
      }),
      evidence(
        "statik",
        text("Standsicherheitsnachweis (Statik)", "Structural calculations", "Ein Papier: Das Haus steht sicher."),
        {
          why: text(
            "Er kann später kommen, muss aber vor Baubeginn vorliegen.",
            "It may follow later but must be there before work begins.",
            "Das Papier kann auch später kommen.",
          ),
          required: false,
          max: 5,
        },
      ),
    ],
    steps: [sendOnline, officeChecks, decisionArrives],
    cost: text(
      "Hängt von der Größe des Vorhabens ab. Sie bekommen vorher eine Schätzung.",
      "Depends on the size of the project. You receive an estimate first.",
      "Ein großes Haus kostet mehr. Das Amt sagt Ihnen vorher, wie viel.",
    ),
    targetDays: 60,
    legalBasis: "Bauordnung des Landes, § 29 Baugesetzbuch (BauGB)",
    channels: ["online", "appointment", "callback"],
    synonyms: {
      de: [
        "Baugenehmigung",
        "bauen",
        "Haus bauen",
        "Anbau",
        "Umbau",
        "Carport",
        "Garage",
        "Gartenhaus",
        "Wintergarten",
        "Bauamt",
        "Dachausbau",
      ],
      en: ["building permit", "building permission", "construction", "extension", "house", "garage", "build"],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["building"],
    preCheck: [
      {
        id: "aussen",
        question: text(
          "Verändern Sie mehr als nur Innenräume ohne tragende Wände?",
          "Are you changing more than interiors without load-bearing walls?",
          "Ändern Sie das Haus außen? Oder eine wichtige Wand?",
        ),
        answers: [
          goOn("ja", yes),
          betterDoor("nein", no, {
            text: text(
              "Dafür brauchen Sie meist keine Genehmigung. Wenn Sie sicher sein wollen, fragen Sie kurz nach.",
              "You usually need no permission for that. If you want to be sure, just ask.",
              "Dann müssen Sie meistens nicht fragen. Sie sind nicht sicher? Schreiben Sie uns.",
            ),
            slug: "allgemeine-frage",
          }),
        ],
      },
    ],
  },
  {
    key: "DEMO0000000021",
    keyOrigin: "demo",
    slug: "sondernutzung",
    title: text("Straße für Umzug sperren", "Reserve a parking area for moving", "Platz für den Umzugs-Wagen"),
    summary: text(
      "Für Möbelwagen, Gerüst oder Container wird eine Haltverbotszone eingerichtet.",
      "A no-stopping zone is set up for a removal van, scaffolding or a skip.",
      "Ein großes Auto soll vor Ihrem Haus stehen. Andere dürfen dort dann nicht parken.",
    ),
    forWhom: text(
      "Für alle, die für kurze Zeit Platz auf der Straße brauchen.",
      "For everybody who needs space in the street for a short time.",
      "Für alle, die kurz Platz auf der Straße brauchen.",
    ),
    evidence: [
      evidence(
        "skizze",
        text("Skizze der Straße mit der Fläche", "Sketch of the street with the area", "Eine Zeichnung von der Straße"),
        {
          why: text("Mit der Hand gezeichnet genügt.", "Drawn by hand is enough.", "Sie können selbst zeichnen."),
          max: 2,
        },
      ),
    ],
    steps: [
      sendOnline,
      officeChecks,
      text(
        "Die Genehmigung kommt hier im Portal. Die Schilder stehen vier Tage vorher.",
        "The permit arrives here. The signs must stand four days before.",
        "Sie bekommen die Erlaubnis hier. Die Schilder stehen 4 Tage vorher.",
      ),
    ],
    cost: text("Ab 30 Euro", "From 30 euros", "Das kostet 30 Euro oder mehr."),
    targetDays: 10,
    legalBasis: "§ 45 und § 46 Straßenverkehrs-Ordnung (StVO)",
    channels: ["online", "callback"],
    synonyms: {
      de: [
        "Halteverbot",
        "Haltverbotszone",
        "Parkverbot",
        "Möbelwagen",
        "Umzug",
        "Sondernutzung",
        "Container aufstellen",
        "Gerüst",
        "Straßensperrung",
        "Straßenfest",
      ],
      en: [
        "no parking zone",
        "no stopping zone",
        "removal van",
        "moving van",
        "skip",
        "scaffolding",
        "road closure",
        "street party",
      ],
    },
    sensitivity: "normal",
    needsLevel: "low",
    situations: ["building", "moving"],
    preCheck: [],
  },
];

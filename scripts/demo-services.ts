import type { RoutingRule } from "@dvd/domain/routing/route";

type Text = { de: string; en: string; simple: string };
type DemoService = {
  key: string;
  slug: string;
  title: Text;
  summary: Text;
  evidence: Text[];
  needsLevel: "low" | "substantial";
};

const same = (de: string, en: string): Text => ({ de, en, simple: de });

/** Keys that begin with 99 are real ones of the federal catalogue; DEMO keys cannot be mistaken for one. */
export const demoServices: DemoService[] = [
  {
    key: "DEMO0000000009",
    slug: "wohngeld",
    title: { de: "Wohngeld beantragen", en: "Apply for housing benefit", simple: "Geld für die Wohnung bekommen" },
    summary: {
      de: "Zuschuss zur Miete oder zu den Kosten der eigenen Wohnung.",
      en: "A contribution to your rent or to the costs of your own home.",
      simple: "Sie haben wenig Geld. Das Amt hilft bei der Miete.",
    },
    evidence: [
      { de: "Mietvertrag, alle Seiten", en: "Tenancy agreement, all pages", simple: "Den Miet-Vertrag" },
      { de: "Nachweis über Ihr Einkommen", en: "Proof of income", simple: "Ein Papier über Ihr Geld" },
    ],
    needsLevel: "low",
  },
  {
    key: "99115005104000",
    slug: "wohnsitz-anmelden",
    title: { de: "Wohnsitz anmelden", en: "Register your address", simple: "Sagen, wo Sie wohnen" },
    summary: {
      de: "Nach dem Umzug melden Sie Ihre neue Anschrift an.",
      en: "After moving, register your new address.",
      simple: "Sie sind umgezogen. Das Amt muss das wissen.",
    },
    evidence: [same("Bestätigung der Person, die Ihnen die Wohnung gibt", "Confirmation by your landlord")],
    needsLevel: "low",
  },
  {
    key: "DEMO0000000010",
    slug: "hund-anmelden",
    title: { de: "Hund anmelden", en: "Register a dog", simple: "Einen Hund anmelden" },
    summary: {
      de: "Für die Hundesteuer melden Sie Ihren Hund bei der Stadt an.",
      en: "Register your dog with the town for dog tax.",
      simple: "Sie haben einen Hund. Die Stadt muss das wissen.",
    },
    evidence: [same("Impfpass", "Vaccination certificate")],
    needsLevel: "low",
  },
  {
    key: "99012070006001",
    slug: "baugenehmigung",
    title: { de: "Bauantrag einreichen", en: "Apply for planning permission", simple: "Fragen, ob Sie bauen dürfen" },
    summary: {
      de: "Bevor Sie bauen, umbauen oder anbauen, prüft die Bauaufsicht Ihre Pläne.",
      en: "Before you build, the building authority checks your plans.",
      simple: "Sie wollen ein Haus bauen. Das Amt prüft Ihren Plan.",
    },
    evidence: [same("Lageplan", "Site plan"), same("Bauzeichnungen", "Drawings")],
    needsLevel: "low",
  },
  {
    key: "DEMO0000000015",
    slug: "kitaplatz",
    title: { de: "Kita-Platz anmelden", en: "Register for a nursery place", simple: "Einen Kita-Platz bekommen" },
    summary: {
      de: "Melden Sie Ihr Kind für einen Platz in einer Kita oder Tagespflege an.",
      en: "Register your child for a place in a nursery or with a childminder.",
      simple: "Ihr Kind soll in die Kita gehen.",
    },
    evidence: [same("Nachweis über Arbeit oder Ausbildung", "Proof of work or training")],
    needsLevel: "low",
  },
  {
    key: "DEMO0000000025",
    slug: "allgemeine-frage",
    title: { de: "In eigenen Worten fragen", en: "Ask in your own words", simple: "Etwas fragen" },
    summary: {
      de: "Sie wissen nicht, wie Ihr Anliegen heißt? Beschreiben Sie es.",
      en: "Not sure what your request is called? Describe it.",
      simple: "Sie haben eine Frage? Schreiben Sie uns.",
    },
    evidence: [],
    needsLevel: "low",
  },
];

type DemoRule = Omit<RoutingRule, "unitId"> & { unit: string };

const town = [{ from: "05120", to: "05139" }];
const county = [{ from: "05140", to: "05159" }];

/** 05140 has no building authority, and 05150 to 05159 neither: the gap is on purpose. */
export const demoRules: Record<string, DemoRule[]> = {
  musterfurt: [
    {
      id: "mf-wohngeld",
      unit: "wohngeldstelle",
      services: ["DEMO0000000009"],
      postalCodes: town,
      reason: "Wohngeld im Stadtgebiet",
    },
    {
      id: "mf-buergerbuero",
      unit: "buergerbuero-mitte",
      services: ["99115005104000", "DEMO0000000010"],
      postalCodes: town,
      reason: "Meldewesen und Hundesteuer im Stadtgebiet",
    },
    {
      id: "mf-frage",
      unit: "buergerbuero-mitte",
      services: ["DEMO0000000025"],
      postalCodes: town,
      reason: "Freie Anfragen nimmt das Bürgerbüro an",
    },
  ],
  probental: [
    {
      id: "pt-bauaufsicht",
      unit: "bauaufsicht",
      services: ["99012070006001"],
      postalCodes: [{ from: "05141", to: "05149" }],
      reason: "Bauaufsicht der Verbandsgemeinde",
    },
    {
      id: "pt-jugendamt",
      unit: "jugendamt",
      services: ["DEMO0000000015"],
      postalCodes: [...county, ...town],
      reason: "Das Jugendamt ist auch für die Stadt zuständig",
    },
    {
      id: "pt-frage",
      unit: "jugendamt",
      services: ["DEMO0000000025"],
      postalCodes: county,
      reason: "Freie Anfragen außerhalb der Stadt",
    },
  ],
};

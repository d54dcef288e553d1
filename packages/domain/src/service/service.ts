import type { AssuranceLevel } from "../assurance.ts";

/** One text in the three versions that the portal speaks: standard German, English, plain German. */
export type LocalText = { de: string; en: string; simple: string };

/**
 * A document that the office wants to see. Its id names the place for it in the form, and stands in sealed requests, so it never
 * changes.
 */
export type Evidence = {
  id: string;
  label: LocalText;
  why: LocalText | null;
  required: boolean;
  /** How many files fit into this place. */
  max: number;
};

export const evidenceIdPattern = /^[a-z][a-z0-9-]{0,39}$/;

/** In the order of the page that shows all services; the first four stand on the start page. */
export const lifeSituations = [
  "moving",
  "family",
  "building",
  "money",
  "papers",
  "everyday",
  "work",
  "rights",
] as const;
export type LifeSituation = (typeof lifeSituations)[number];

export const serviceChannels = ["online", "appointment", "callback"] as const;
export type ServiceChannel = (typeof serviceChannels)[number];

/** Keys of the federal catalogue are digits only; one that we made up must never be mistaken for one of them. */
export const keyPatterns = { leika: /^99\d{12}$/, demo: /^DEMO\d{10}$/ } as const;
export type KeyOrigin = keyof typeof keyPatterns;
export const keyOrigins: readonly KeyOrigin[] = ["leika", "demo"];

/** High means that already the fact of asking says something about a person's health, faith, origin or distress. */
export const sensitivities = ["normal", "high"] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** Where somebody is better off than here: another service, or something that only words can describe. */
export type BetterDoor = { text: LocalText; slug: string | null };
/** Without a door the questions go on; after the last of them the person is right here. */
export type PreCheckAnswer = { id: string; label: LocalText; door: BetterDoor | null };
export type PreCheckQuestion = { id: string; question: LocalText; answers: readonly PreCheckAnswer[] };

/** What a catalogue says about a service, the same for every office that offers it. */
export type Service = {
  key: string;
  keyOrigin: KeyOrigin;
  slug: string;
  title: LocalText;
  summary: LocalText;
  forWhom: LocalText;
  evidence: readonly Evidence[];
  steps: readonly LocalText[];
  cost: LocalText;
  /** What the office aims at, in working days; null where it is done at once, in an appointment. */
  targetDays: number | null;
  legalBasis: string;
  channels: readonly ServiceChannel[];
  /** Other words that people use for it; nobody sees them, the search does. */
  synonyms: { de: readonly string[]; en: readonly string[] };
  sensitivity: Sensitivity;
  needsLevel: AssuranceLevel;
  situations: readonly LifeSituation[];
  preCheck: readonly PreCheckQuestion[];
};

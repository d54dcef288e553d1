import type { LocalText, Service } from "./service.ts";

/** For tests: a service of which nothing matters but that it is there. */
export const sameText = (word: string): LocalText => ({ de: word, en: word, simple: word });

export const plainService = (key: string, slug: string): Service => ({
  key,
  keyOrigin: "demo",
  slug,
  title: sameText(slug),
  summary: sameText("Summary"),
  forWhom: sameText("Everybody"),
  evidence: [{ id: "proof", label: sameText("Evidence"), why: null, required: true, max: 2 }],
  steps: [sameText("Step")],
  cost: sameText("Free"),
  targetDays: 3,
  legalBasis: "§ 1",
  channels: ["online"],
  synonyms: { de: [], en: [] },
  sensitivity: "normal",
  needsLevel: "low",
  situations: ["everyday"],
  preCheck: [],
});

import { assuranceLevels } from "@dvd/domain/assurance";
import { keyOrigins, lifeSituations, sensitivities, serviceChannels } from "@dvd/domain/service/service";
import { z } from "zod";
import { serviceKey } from "../wire.ts";

const list = <T extends z.ZodType>(of: T) => z.array(of).readonly();

export const localized = z.strictObject({ de: z.string(), en: z.string(), simple: z.string() });

const evidence = z.strictObject({
  id: z.string().describe("Names the place for the document; never changes"),
  label: localized,
  why: localized.nullable(),
  required: z.boolean(),
  max: z.int().describe("How many files fit into this place"),
});

const answer = z.strictObject({
  id: z.string(),
  label: localized,
  door: z
    .strictObject({ text: localized, slug: z.string().nullable() })
    .nullable()
    .describe("Where somebody with this answer is better off"),
});

export const service = z.strictObject({
  key: serviceKey,
  keyOrigin: z.enum(keyOrigins).describe("Federal catalogue, or made up for a demonstration"),
  slug: z.string().describe("Address of the service's pages"),
  title: localized,
  summary: localized,
  forWhom: localized,
  evidence: list(evidence).describe("Documents to have at hand"),
  steps: list(localized),
  cost: localized,
  targetDays: z.int().nullable().describe("Working days; null where it is done at once, in an appointment"),
  legalBasis: z.string(),
  channels: list(z.enum(serviceChannels)),
  synonyms: z.strictObject({ de: list(z.string()), en: list(z.string()) }),
  sensitivity: z.enum(sensitivities),
  needsLevel: z.enum(assuranceLevels),
  situations: list(z.enum(lifeSituations)),
  preCheck: list(z.strictObject({ id: z.string(), question: localized, answers: list(answer) })),
});

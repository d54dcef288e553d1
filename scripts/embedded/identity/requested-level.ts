import { type AssuranceLevel, assuranceLevels, reaches } from "@dvd/domain/assurance";

/** What `acr_values` asks for: any of the named levels will do, so the lowest one counts. */
export type NeededLevel = AssuranceLevel | "any" | "unknown";

export function neededLevel(acrValues: unknown): NeededLevel {
  if (typeof acrValues !== "string" || acrValues === "") return "any";
  const wanted = acrValues.split(" ");
  return assuranceLevels.find((level) => wanted.includes(level)) ?? "unknown";
}

export function isLevelReached(level: string | undefined, needed: NeededLevel): boolean {
  if (needed === "any") return true;
  const known = parseLevel(level);
  return known !== undefined && needed !== "unknown" && reaches(known, needed);
}

export const parseLevel = (value: unknown): AssuranceLevel | undefined =>
  assuranceLevels.find((level) => level === value);

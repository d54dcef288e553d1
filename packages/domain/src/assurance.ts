/** Trust level of a login, lowest first (eIDAS: low, substantial, high). */
export const assuranceLevels = ["low", "substantial", "high"] as const;
export type AssuranceLevel = (typeof assuranceLevels)[number];

export const reaches = (level: AssuranceLevel, needed: AssuranceLevel) =>
  assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(needed);

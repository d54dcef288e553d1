/** Trust level of a login, lowest first (eIDAS: low, substantial, high). */
export const assuranceLevels = ["low", "substantial", "high"] as const;
export type AssuranceLevel = (typeof assuranceLevels)[number];

/** Session limits by level of the login, in minutes (BSI TR-03160-1, table 2). Streams and polling are no activity. */
export const sessionLimits = {
  low: { total: 12 * 60, idle: 60 },
  substantial: { total: 2 * 60, idle: 30 },
  high: { total: 30, idle: 5 },
} as const satisfies Record<AssuranceLevel, { total: number; idle: number }>;

export const reaches = (level: AssuranceLevel, needed: AssuranceLevel) =>
  assuranceLevels.indexOf(level) >= assuranceLevels.indexOf(needed);

const shortest = 1_000;
const longest = 30_000;

/**
 * Milliseconds before the next try after so many failures in a row. Doubled each time, and spread out: everybody's line
 * comes back at the same moment.
 */
export const pauseAfterFailure = (failures: number, random: () => number) =>
  Math.round(Math.min(longest, shortest * 2 ** (failures - 1)) * (0.5 + random() / 2));

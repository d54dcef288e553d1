/**
 * Whether a unit still works with a key that somebody has left with: what is sealed for it stays readable to them, if they
 * have kept the key. A unit without a key has nothing to read.
 */
export const needsNewKey = (epoch: number | null, leftWith: number) => epoch !== null && leftWith >= epoch;

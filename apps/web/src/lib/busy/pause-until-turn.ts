/**
 * Milliseconds for whoever was told to come back after so many seconds. `random` is in [0, 1): those who were refused
 * together do not come back together.
 */
export const pauseUntilTurn = (retryAfterSeconds: number, random: number) =>
  Math.round((retryAfterSeconds + 2 * random) * 1000);

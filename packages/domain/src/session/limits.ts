import type { AssuranceLevel } from "../assurance.ts";

/**
 * Session limits by level of the login, in minutes (BSI TR-03160-1, table 2). Streams, polling and what a browser fetches
 * in advance are no activity. The database ends sessions by this table, and the page warns by it.
 */
export const sessionLimits = {
  low: { total: 12 * 60, idle: 60 },
  substantial: { total: 2 * 60, idle: 30 },
  high: { total: 30, idle: 5 },
} as const satisfies Record<AssuranceLevel, { total: number; idle: number }>;

/** So long before the end the person is asked. The shortest idle time still leaves three minutes of quiet. */
export const warningMinutes = 2;

/** What the server says about a session at one moment, in seconds from then. No clock of a device is needed to read it. */
export type SessionTimes = { idleSeconds: number; totalSeconds: number };

export type SessionPhase = { is: "quiet" } | { is: "ending"; why: "idle" | "total"; seconds: number } | { is: "over" };

/** Where a session stands so many seconds after the server spoke. What cannot be extended is said as such. */
export function sessionPhase({ idleSeconds, totalSeconds }: SessionTimes, elapsedSeconds: number): SessionPhase {
  const seconds = Math.min(idleSeconds, totalSeconds) - elapsedSeconds;
  if (seconds <= 0) return { is: "over" };
  if (seconds > warningMinutes * 60) return { is: "quiet" };
  // An extension that could not even outlast the warning is none.
  const isFinal = totalSeconds - elapsedSeconds <= warningMinutes * 60;
  return { is: "ending", why: isFinal ? "total" : "idle", seconds };
}

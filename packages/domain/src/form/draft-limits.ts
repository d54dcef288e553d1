import { limits } from "../document/limits.ts";

/** Of what is begun and not sent: on the server sealed, on a device sealed with a key of that device. */
export const draftLimits = {
  perCitizen: 10,
  /** Sixteen steps of padding: with its length, and with the frame around it (docs/keys.md, section 4). */
  contentBytes: 16 * 4096 - 4,
  sealedBytes: 16 * 4096 + 72,
  /** After the last change. */
  days: limits.draftDays,
} as const;

const dayMs = 86_400_000;

export const draftExpiresAt = (changedAt: Date) => new Date(changedAt.getTime() + draftLimits.days * dayMs);
export const isDraftExpired = (changedAt: Date, now: Date) => draftExpiresAt(changedAt) <= now;

export const isSameDay = (one: Date, other: Date) =>
  one.toISOString().slice(0, 10) === other.toISOString().slice(0, 10);

/** When to look whether it can go: once for all changes of a day, so that a long evening makes one job and not a hundred. */
export const draftSweepAt = (changedAt: Date) =>
  new Date(Math.floor(changedAt.getTime() / dayMs) * dayMs + (draftLimits.days + 1) * dayMs);

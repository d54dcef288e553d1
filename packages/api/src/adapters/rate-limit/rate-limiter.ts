/** `limit` hits in any `windowMs`. `alone`: see the budgets of the domain. */
export type Allowance = { limit: number; windowMs: number; alone: "share" | "whole" };

export type Verdict = { allowed: true } | { allowed: false; retryAfterMs: number };

/**
 * Counts hits in a sliding window. In no window are there more than `limit`; in return a hit may be forgotten up to one
 * slot later than it could be. A refused hit is not counted, so knocking does not make the wait longer.
 */
export type RateLimiter = {
  hit(key: string, allowance: Allowance): Promise<Verdict>;
};

/** A window is counted in this many slots: a few numbers per key, whatever the limit. */
export const slotsPerWindow = 12;

import { concat, readerOf, u32, type Bytes } from "../bytes.ts";
import { refuseUnless } from "../errors.ts";

/** Memory in KiB. */
export type Argon2Cost = { memory: number; passes: number; lanes: number };

/**
 * The second recommended option of RFC 9106, and the floor below which nothing is read: a server that hands out a
 * cheaper slot wants the words guessed. 0.9 s in Chromium and 1.0 s in Node, in plain JavaScript (ADR 0012).
 */
export const writtenCost: Argon2Cost = { memory: 65_536, passes: 3, lanes: 4 };

/** What a phone survives: a dearer slot would be a way to make a device hang. Four times the memory, ten passes. */
const dearest: Argon2Cost = { memory: 262_144, passes: 10, lanes: 16 };

export const costLength = 12;
const parts = ["memory", "passes", "lanes"] as const;

export const encodeCost = (cost: Argon2Cost): Bytes => concat(...parts.map((part) => u32(cost[part])));

/** Throws E_SLOT_WEAK or E_LIMIT: nothing is computed with what the server would like. */
export function readCost(bytes: Bytes): Argon2Cost {
  const read = readerOf(bytes);
  const cost = { memory: read.u32(), passes: read.u32(), lanes: read.u32() };
  for (const part of parts) refuseUnless(cost[part] >= writtenCost[part], "E_SLOT_WEAK");
  for (const part of parts) refuseUnless(cost[part] <= dearest[part], "E_LIMIT");
  return cost;
}

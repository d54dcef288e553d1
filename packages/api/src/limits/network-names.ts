import { createHmac } from "node:crypto";
import type { Network } from "@dvd/domain/limits/budgets";
import { networksOf } from "@dvd/domain/limits/networks";

/** The networks of an address under names that only we can make: counters need to tell visitors apart, not to know them. */
export const nameNetworks =
  (pseudonymKey: string) =>
  (address: string): Network[] =>
    networksOf(address).map(({ name, factor }) => ({
      name: createHmac("sha256", pseudonymKey).update(`network\0${name}`).digest("base64url").slice(0, 22),
      factor,
    }));

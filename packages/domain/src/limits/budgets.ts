import { type Actor, accountIdOf } from "../actor.ts";
import type { TenantId } from "../ids.ts";

/**
 * How much one person, one authority and one address may ask of us in a minute. The only place where these numbers
 * stand: procedures and routes name a budget, the page docs/operations/limits.md is checked against this table.
 */
type Budget = {
  /** Each citizen's and each official's own. */
  citizen?: number;
  official?: number;
  /** All officials of an authority together; for `draft`, everybody who sends something to it. */
  tenant?: number;
  /** Per network, see `networksOf`. Officials are not counted: a whole authority comes from one address. */
  address?: number;
  /**
   * While the common counter cannot be asked, each web process counts for itself. `share`: only its part of the limit,
   * because the limit is against abuse. `whole`: the limit protects the process itself, and dividing it would only hit
   * people who always reach the same one.
   */
  alone: "share" | "whole";
};

export const budgetWindowMs = 60_000;

export const budgets = {
  read: { citizen: 600, official: 3_000, tenant: 60_000, address: 3_000, alone: "whole" },
  write: { citizen: 10, official: 1_000, tenant: 20_000, address: 300, alone: "share" },
  /** What a browser keeps up to date by itself; nobody presses a button for it. */
  background: { citizen: 60, official: 120, tenant: 6_000, address: 600, alone: "share" },
  /** Beginning and finishing a document: twice twenty in one submission, and some again. */
  upload: { citizen: 120, official: 1_000, tenant: 20_000, address: 3_000, alone: "share" },
  /** A document of 2 GB is 239 parts of 8 MiB; this is five of them a minute. */
  part: { citizen: 1_200, official: 1_200, tenant: 20_000, address: 12_000, alone: "whole" },
  download: { citizen: 120, official: 600, tenant: 12_000, address: 1_200, alone: "whole" },
  /** New cases for one authority, from everybody together: a surge there is not felt at the others. */
  draft: { tenant: 600, alone: "share" },
  challenge: { citizen: 30, official: 30, address: 600, alone: "share" },
  /** Two steps each. Wide, because officials sign in from one address, and all at eight in the morning. */
  login: { address: 600, alone: "share" },
  /** Signing out, here and by a provider, which ends the logins of everybody from one address. Refused, one would go on. */
  logout: { address: 12_000, alone: "share" },
  /** What is the same for everybody and costs little. */
  open: { address: 12_000, alone: "whole" },
  /** A whole chain of the audit log each time. */
  export: { official: 30, tenant: 120, alone: "share" },
  /** Who comes with the token of a collector, before it is known whose it is: each one is looked up. */
  token: { address: 300, alone: "share" },
  /** All collectors of an authority. Apart from `export`: neither people nor machines use up what the others need. */
  collect: { tenant: 60, alone: "share" },
  /** What is refused before anything else is counted: each time a record in the audit, which nobody may fill at will. */
  refusal: { citizen: 30, official: 30, alone: "share" },
  live: { citizen: 60, official: 120, address: 1_200, alone: "whole" },
} as const satisfies Record<string, Budget>;

export type BudgetName = keyof typeof budgets;
// The keys of the table itself; TypeScript widens them to string.
export const budgetNames = Object.keys(budgets) as BudgetName[];

/** A network and how many times the limit of an address it may use: a /48 is a household, or a campus. */
export type Network = { name: string; factor: number };

/** Somebody who asks, as far as it counts: who they are, where they come from, whom it is for. */
export type Asker = { actor: Actor | null; networks: readonly Network[]; tenantId?: TenantId };

export type Counter = { of: "citizen" | "official" | "tenant" | "address"; key: string; limit: number };

/** Whose counters a call counts on, the narrowest first: who has used up their own does not use up other people's. */
export function countersOf(name: BudgetName, { actor, networks, tenantId }: Asker): Counter[] {
  const budget: Budget = budgets[name];
  const counters: Counter[] = [];
  const count = (of: Counter["of"], id: string, factor = 1) => {
    const limit = budget[of];
    // Braces: in a Redis cluster everything of one account lies in one place.
    if (limit !== undefined) counters.push({ of, key: `rate_limit:{${id}}:${name}`, limit: limit * factor });
  };
  if (actor) count(actor.kind, accountIdOf(actor));
  if (actor?.kind !== "official") for (const network of networks) count("address", network.name, network.factor);
  const tenant = tenantId ?? (actor?.kind === "official" ? actor.tenantId : undefined);
  if (tenant) count("tenant", tenant);
  return counters;
}

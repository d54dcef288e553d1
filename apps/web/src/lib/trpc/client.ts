import type { AppRouter } from "@dvd/api/root";
import { createTRPCClient, httpBatchLink, httpLink, splitLink, type TRPCLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { createTurns, type Turns } from "../busy/turns.ts";
import { fetchUnlessKnown } from "./fetch-unless-known.ts";
import { headersOf, keepIntent } from "./keep-intent.ts";
import { proveWork } from "./prove-work.ts";
import { solveInBackground } from "./solve-in-background.ts";
import { waitForTurn } from "./wait-for-turn.ts";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export type ApiClient = ReturnType<typeof useTRPCClient>;

/** What a page may show of the waiting: calls that came too soon, and checks that take long. */
export type Waits = { turns: Turns; checks: Turns };
export const createWaits = (): Waits => ({ turns: createTurns(), checks: createTurns() });

/** The server refuses longer batches. */
const batchSize = 10;

/** The way of a call: a key for its intent, again when it is worth it, with a proof where one is asked for. */
export const linksTo = (url: string, { turns, checks }: Waits, solve = solveInBackground): TRPCLink<AppRouter>[] => [
  keepIntent(),
  waitForTurn(turns),
  proveWork({ solve, checks }),
  splitLink({
    condition: ({ type }) => type === "mutation",
    // Each by itself: key and proof belong to one call.
    true: httpLink({ url, headers: ({ op }) => headersOf(op.context) }),
    false: httpBatchLink({ url, maxItems: batchSize, fetch: fetchUnlessKnown() }),
  }),
];

export const createApiClient = (waits = createWaits()): ApiClient =>
  createTRPCClient<AppRouter>({ links: linksTo("/api/trpc", waits) });

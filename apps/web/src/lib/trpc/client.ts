import type { AppRouter } from "@dvd/api/root";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import type { Turns } from "../busy/turns.ts";
import { waitForTurn } from "./wait-for-turn.ts";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export type ApiClient = ReturnType<typeof useTRPCClient>;

/** The server refuses longer batches. */
const batchSize = 10;

/** Calls that came too soon wait only where a page says so: `turns` is what its notice reads. */
export const createApiClient = (turns: Turns | null = null): ApiClient =>
  createTRPCClient<AppRouter>({
    links: [...(turns ? [waitForTurn(turns)] : []), httpBatchLink({ url: "/api/trpc", maxItems: batchSize })],
  });

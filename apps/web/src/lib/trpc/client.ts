import type { AppRouter } from "@dvd/api/root";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

export type ApiClient = ReturnType<typeof useTRPCClient>;

/** The server refuses longer batches. */
const batchSize = 10;

export const createApiClient = (): ApiClient =>
  createTRPCClient<AppRouter>({ links: [httpBatchLink({ url: "/api/trpc", maxItems: batchSize })] });

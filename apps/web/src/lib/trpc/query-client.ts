import { QueryClient } from "@tanstack/react-query";
import { problemOf } from "../problem.ts";

const attempts = 3;

/**
 * Only a lost connection is worth another try: a refusal stays a refusal. Data is kept fresh by the live stream, so
 * coming back to the window fetches nothing again; each look of an official at a case is recorded.
 */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < attempts && problemOf(error).kind === "unreachable",
      },
      // Sent now or refused now: what waits silently for a connection looks as if it had been sent.
      mutations: { networkMode: "always", retry: false },
    },
  });

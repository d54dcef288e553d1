"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { createTurns } from "../busy/turns.ts";
import { TurnsContext } from "../busy/use-next-turn.ts";
import { createApiClient, TRPCProvider } from "./client.ts";
import { createQueryClient } from "./query-client.ts";

/** Data of the signed-in pages: fetched by the browser, because only the browser can open it. */
export function DataProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [turns] = useState(createTurns);
  const [trpcClient] = useState(() => createApiClient(turns));
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        <TurnsContext value={turns}>{children}</TurnsContext>
      </TRPCProvider>
    </QueryClientProvider>
  );
}

"use client";

import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { WaitsContext } from "../busy/use-next-turn.ts";
import { createApiClient, createWaits, TRPCProvider } from "./client.ts";
import { createQueryClient } from "./query-client.ts";

/** Data of the signed-in pages: fetched by the browser, because only the browser can open it. */
export function DataProvider({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  const [waits] = useState(createWaits);
  const [trpcClient] = useState(() => createApiClient(waits));
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
        <WaitsContext value={waits}>{children}</WaitsContext>
      </TRPCProvider>
    </QueryClientProvider>
  );
}

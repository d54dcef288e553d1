import type { ReactNode } from "react";
import { KeysProvider } from "../lib/keys/keys-provider.tsx";
import { LiveProvider } from "../lib/live/live-provider.tsx";
import { DataProvider } from "../lib/trpc/data-provider.tsx";

/** What every page behind the login stands on: data, live changes, keys. Belongs into a layout, so that it outlives pages. */
export function SignedIn({ children }: { children: ReactNode }) {
  return (
    <DataProvider>
      <LiveProvider>
        <KeysProvider>{children}</KeysProvider>
      </LiveProvider>
    </DataProvider>
  );
}

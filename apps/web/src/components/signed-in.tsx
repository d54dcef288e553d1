import type { ReactNode } from "react";
import { SessionProvider } from "../lib/session/session-provider.tsx";
import { KeysProvider } from "../lib/keys/keys-provider.tsx";
import { LiveProvider } from "../lib/live/live-provider.tsx";
import { DataProvider } from "../lib/trpc/data-provider.tsx";
import { SessionGuard } from "./sessions/session-guard.tsx";

/** What every page behind the login stands on: data, live changes, the login and its end, keys. Belongs into a layout, so that it outlives pages. */
export function SignedIn({ children }: { children: ReactNode }) {
  return (
    <DataProvider>
      <LiveProvider>
        <SessionProvider>
          <KeysProvider>
            {children}
            <SessionGuard />
          </KeysProvider>
        </SessionProvider>
      </LiveProvider>
    </DataProvider>
  );
}

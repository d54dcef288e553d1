import type { ReactNode } from "react";
import { SessionProvider } from "../lib/session/session-provider.tsx";
import { KeysProvider } from "../lib/keys/keys-provider.tsx";
import { LiveProvider } from "../lib/live/live-provider.tsx";
import { DataProvider } from "../lib/trpc/data-provider.tsx";
import { BusyNotice } from "./busy-notice.tsx";
import { CheckNotice } from "./check-notice.tsx";
import { SessionGuard } from "./sessions/session-guard.tsx";

/** What every page behind the login stands on: data, live changes, the login and its end, keys. Belongs into a layout, so that it outlives pages. */
export function SignedIn({ children }: { children: ReactNode }) {
  return (
    <DataProvider>
      <LiveProvider>
        <SessionProvider>
          {/* Above whatever a page shows: what it waits for before it shows anything may have to wait as well. */}
          <div className="page-width sticky top-2 z-10">
            <BusyNotice />
            <CheckNotice />
          </div>
          <KeysProvider>
            {children}
            <SessionGuard />
          </KeysProvider>
        </SessionProvider>
      </LiveProvider>
    </DataProvider>
  );
}

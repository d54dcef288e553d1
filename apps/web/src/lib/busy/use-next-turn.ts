"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { Waits } from "../trpc/client.ts";

export const WaitsContext = createContext<Waits | null>(null);

function useWaits() {
  const waits = useContext(WaitsContext);
  if (!waits) throw new Error("the notices need the DataProvider of the signed-in area around them");
  return waits;
}

/** When whatever waits is made again by itself; null while nothing waits. */
export function useNextTurn(): number | null {
  const { turns } = useWaits();
  return useSyncExternalStore(turns.subscribe, turns.next, () => null);
}

/** When the check that is running has begun; null while there is none. */
export function useRunningCheck(): number | null {
  const { checks } = useWaits();
  return useSyncExternalStore(checks.subscribe, checks.next, () => null);
}

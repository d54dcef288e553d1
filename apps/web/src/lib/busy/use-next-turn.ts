"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { Turns } from "./turns.ts";

export const TurnsContext = createContext<Turns | null>(null);

/** When whatever waits is made again by itself; null while nothing waits. */
export function useNextTurn(): number | null {
  const turns = useContext(TurnsContext);
  if (!turns) throw new Error("useNextTurn needs the DataProvider of the signed-in area around it");
  return useSyncExternalStore(turns.subscribe, turns.next, () => null);
}

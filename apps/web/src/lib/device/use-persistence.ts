"use client";

import { useEffect, useSyncExternalStore } from "react";
import { createPersistence, type Persistence } from "./persistence.ts";

const unknown = (): Persistence => "unknown";
// On the server there is nothing to keep.
const persistence = createPersistence(typeof navigator === "undefined" ? undefined : navigator.storage);

/** True when the browser may throw away what is kept here. Asks as soon as there is something. */
export function useIsEvictable(hasSomething: boolean): boolean {
  const answer = useSyncExternalStore(persistence.watch, persistence.get, unknown);
  useEffect(() => {
    if (hasSomething) void persistence.ask();
  }, [hasSomething]);
  return hasSomething && answer === "evictable";
}

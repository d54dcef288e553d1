"use client";

import { useEffect } from "react";
import { beforeLock } from "./watch-idle.ts";

/** The lock that comes by itself waits while there is something that would be lost. */
export function useHoldLock(isHeld: boolean) {
  useEffect(() => {
    if (!isHeld) return undefined;
    const hold = (event: Event) => event.preventDefault();
    globalThis.addEventListener(beforeLock, hold);
    return () => globalThis.removeEventListener(beforeLock, hold);
  }, [isHeld]);
}

"use client";

import { useState } from "react";
import { useSession } from "./session-provider.tsx";

/**
 * Whether the login was fresh when the act began, null while nothing is known. A login that ages meanwhile takes nothing
 * off the screen; a new one that is made meanwhile opens the way.
 */
export function useFreshAtStart(): boolean | null {
  const { now, isLoginFresh } = useSession();
  const [fresh, setFresh] = useState<boolean | null>(null);
  if (now.is !== "unknown" && fresh !== true) {
    const current = isLoginFresh();
    if (current !== fresh) setFresh(current);
  }
  return fresh;
}

"use client";

import { useEffect } from "react";
import { beforeLeaving } from "../unsent/before-leaving.ts";

/**
 * The browser asks before it throws away what is not sent. Links inside the application would leave without asking, so
 * they become full page loads while there is something to lose.
 */
export function useUnsentWarning(isUnsent: boolean) {
  useEffect(() => {
    if (!isUnsent) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    const leaveByLoading = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (!(link instanceof HTMLAnchorElement) || link.target === "_blank" || link.hasAttribute("download")) return;
      const isElsewhere = link.origin === location.origin && link.pathname !== location.pathname;
      if (!isElsewhere || event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      location.assign(link.href);
    };
    const stay = (event: Event) => event.preventDefault();
    globalThis.addEventListener(beforeLeaving, stay);
    globalThis.addEventListener("beforeunload", ask);
    document.addEventListener("click", leaveByLoading, true);
    return () => {
      globalThis.removeEventListener(beforeLeaving, stay);
      globalThis.removeEventListener("beforeunload", ask);
      document.removeEventListener("click", leaveByLoading, true);
    };
  }, [isUnsent]);
}

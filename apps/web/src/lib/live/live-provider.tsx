"use client";

import { createContext, type ReactNode, useEffect, useState } from "react";
import { connectLive, type LiveChange, type LiveState } from "./connect-live.ts";

export type LiveListener = { onChange?: (change: LiveChange) => void; onReady?: () => void };

type Live = { state: LiveState; listen: (listener: LiveListener) => () => void };

export const LiveContext = createContext<Live | null>(null);

/** One stream for all that a page shows; it lives as long as the signed-in area does. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [state, setState] = useState<LiveState>("connecting");
  const [listeners] = useState(() => new Set<LiveListener>());

  useEffect(
    () =>
      connectLive({
        onState: setState,
        onReady: () => {
          for (const { onReady } of listeners) onReady?.();
        },
        onChange: (change) => {
          for (const { onChange } of listeners) onChange?.(change);
        },
      }),
    [listeners],
  );

  const listen = (listener: LiveListener) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return <LiveContext value={{ state, listen }}>{children}</LiveContext>;
}

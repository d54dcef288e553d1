"use client";

import { useKeys } from "../../../../../../lib/keys/keys-provider.tsx";

/** Under which name an official writes: their own, out of their vault, and their unit. */
export function useSenderName(unit: string) {
  const { state } = useKeys();
  const displayName = state.is === "ready" && state.kind === "official" ? state.displayName : "";
  return [displayName, unit].filter(Boolean).join(", ");
}

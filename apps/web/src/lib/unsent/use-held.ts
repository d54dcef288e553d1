"use client";

import { useSyncExternalStore } from "react";
import type { Held } from "./held.ts";

/** Like state, only that it is still there when the lock has taken the page away and gives it back. */
export function useHeld<Value extends { readonly length: number }>(held: Held<Value>, name: string) {
  const get = () => held.get(name);
  const value = useSyncExternalStore(held.watch, get, get);
  return [value, (next: (before: Value) => Value) => held.change(name, next)] as const;
}

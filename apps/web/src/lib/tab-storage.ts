"use client";

import { useSyncExternalStore } from "react";

/**
 * Small things for the next page of the same tab that must not stand in an address; they are gone with the tab. A
 * browser that keeps nothing only asks once more.
 */
const listeners = new Set<() => void>();

export function keepInTab(key: string, value: string | null) {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, value);
  } catch {
    // Storage is full or switched off.
  }
  for (const listener of listeners) listener();
}

function readFromTab(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What this tab keeps under a name; nothing on the server and for the first paint. */
export const useFromTab = (key: string): string | null =>
  useSyncExternalStore(
    subscribe,
    () => readFromTab(key),
    () => null,
  );

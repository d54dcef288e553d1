"use client";

import { useEffect, useEffectEvent } from "react";

/** Keys without Ctrl or Alt, outside of anything one types into; they can be switched off (WCAG 2.1.4). */
export function useShortcuts(isOn: boolean, actions: Readonly<Record<string, () => void>>) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    // The switch is shown where a keyboard is likely; without it in sight no key may do anything by itself.
    if (!isOn || !matchMedia("(any-pointer: fine)").matches) return;
    if (event.ctrlKey || event.metaKey || event.altKey || isBusyWithKeys(event.target)) return;
    const action = actions[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

const isBusyWithKeys = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest("input, textarea, select, dialog, [contenteditable]") !== null;

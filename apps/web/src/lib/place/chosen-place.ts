"use client";

import { arsPattern, postalCodePattern, type WherePlace } from "@dvd/domain/routing/place";
import { useMemo } from "react";
import { keepInTab, useFromTab } from "../tab-storage.ts";

const key = "dvd-place";

/** The place that somebody has named, from the search over the questions to the form. */
export const keepPlace = (place: WherePlace | null) => keepInTab(key, place && JSON.stringify(place));

export function useChosenPlace(): WherePlace | null {
  const stored = useFromTab(key);
  return useMemo(() => parsePlace(stored), [stored]);
}

/** Whatever stands in the storage: only what is a place comes out. */
export function parsePlace(stored: string | null): WherePlace | null {
  try {
    const kept: unknown = JSON.parse(stored ?? "null");
    if (typeof kept !== "object" || kept === null || !("postalCode" in kept) || !("ars" in kept)) return null;
    const { postalCode, ars } = kept;
    if (typeof postalCode !== "string" || !postalCodePattern.test(postalCode)) return null;
    return { postalCode, ars: typeof ars === "string" && arsPattern.test(ars) ? ars : null };
  } catch {
    return null;
  }
}

import { messageLimits } from "@dvd/domain/message/content";

/** One document for each line that says something. */
export const itemsOf = (lines: string) =>
  lines
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

export type Fault = "missing" | "tooMany" | "tooLong";

export function faultsOf(lines: string, due: string | null): { items?: Fault; due?: true } {
  const items = faultOfItems(itemsOf(lines));
  return { ...(items && { items }), ...(due === null && { due: true as const }) };
}

function faultOfItems(items: readonly string[]): Fault | null {
  if (items.length === 0) return "missing";
  if (items.length > messageLimits.items) return "tooMany";
  return items.some((item) => item.length > messageLimits.label) ? "tooLong" : null;
}

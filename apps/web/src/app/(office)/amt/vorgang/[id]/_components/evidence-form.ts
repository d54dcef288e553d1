import { messageLimits } from "@dvd/domain/message/content";

/** A line of its own for each document that is asked for. */
export const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** What was ticked, in the order of the catalogue, then what was written beside it; each once. */
export function itemsOf(offered: readonly string[], ticked: readonly string[], written: string) {
  return [...new Set([...offered.filter((item) => ticked.includes(item)), ...linesOf(written)])];
}

export type Fault = "missing" | "tooMany" | "tooLong";

export function faultsOf(items: readonly string[], due: string | null): { items?: Fault; due?: true } {
  const fault = faultOfItems(items);
  return { ...(fault && { items: fault }), ...(due === null && { due: true as const }) };
}

function faultOfItems(items: readonly string[]): Fault | null {
  if (items.length === 0) return "missing";
  if (items.length > messageLimits.items) return "tooMany";
  return items.some((item) => item.length > messageLimits.label) ? "tooLong" : null;
}

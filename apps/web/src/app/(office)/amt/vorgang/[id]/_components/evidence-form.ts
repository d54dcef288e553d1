import { messageLimits, type RequestedItem } from "@dvd/domain/message/content";
import type { EvidenceLabel } from "../../../../../../components/services/read-evidence-labels.ts";

/** A line of its own for each document that is asked for. */
export const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** What was ticked, by its id and in the order of the catalogue, then what was written beside it; each word for word once. */
export function itemsOf(
  offered: readonly EvidenceLabel[],
  ticked: readonly string[],
  written: string,
): RequestedItem[] {
  const fromList = offered
    .filter(({ id }) => ticked.includes(id))
    .map(({ id, label }): RequestedItem => ({ label, evidence: id }));
  const own = linesOf(written).filter((line) => !fromList.some(({ label }) => label === line));
  return [...fromList, ...[...new Set(own)].map((label) => ({ label }))];
}

export type Fault = "missing" | "tooMany" | "tooLong";

export function faultsOf(items: readonly RequestedItem[], due: string | null): { items?: Fault; due?: true } {
  const fault = faultOfItems(items);
  return { ...(fault && { items: fault }), ...(due === null && { due: true as const }) };
}

function faultOfItems(items: readonly RequestedItem[]): Fault | null {
  if (items.length === 0) return "missing";
  if (items.length > messageLimits.items) return "tooMany";
  return items.some(({ label }) => label.length > messageLimits.label) ? "tooLong" : null;
}

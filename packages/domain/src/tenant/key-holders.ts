import type { OfficialId } from "../ids.ts";

/** A key of a unit, by its epoch, and one of those who hold it. */
export type HeldKey = { epoch: number; officialId: OfficialId };

/** Who has the newest of these keys, which leads back to every earlier one. With an earlier one nobody comes forward. */
export function newestHolders<Held extends HeldKey>(held: readonly Held[]): Held[] {
  const newest = Math.max(...held.map(({ epoch }) => epoch));
  return held.filter(({ epoch }) => epoch === newest);
}

/** Whether with this person the newest of these keys would go for good. */
export function isLastHolder(held: readonly HeldKey[], leaving: OfficialId): boolean {
  const holders = newestHolders(held);
  return holders.length > 0 && holders.every(({ officialId }) => officialId === leaving);
}

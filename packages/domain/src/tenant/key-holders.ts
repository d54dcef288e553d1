import type { OfficialId } from "../ids.ts";

/** A key of a unit, by its epoch, and one of those for whom it was sealed. Closed: their browser could not open it. */
export type HeldKey = { epoch: number; officialId: OfficialId; isClosed: boolean };

/** Who has the newest of these keys, which leads back to every earlier one. With an earlier one nobody comes forward. */
export function newestHolders<Held extends HeldKey>(held: readonly Held[]): Held[] {
  const open = held.filter(({ isClosed }) => !isClosed);
  const newest = Math.max(...open.map(({ epoch }) => epoch));
  return open.filter(({ epoch }) => epoch === newest);
}

/** Whether with this person the newest of these keys would go for good. */
export function isLastHolder(held: readonly HeldKey[], leaving: OfficialId): boolean {
  const holders = newestHolders(held);
  return holders.length > 0 && holders.every(({ officialId }) => officialId === leaving);
}

/** Whether without this person, and without those who are biased, somebody has the newest of these keys. */
export const hasOtherReader = (held: readonly HeldKey[], leaving: OfficialId, biased: readonly OfficialId[]): boolean =>
  newestHolders(held).some(({ officialId }) => officialId !== leaving && !biased.includes(officialId));

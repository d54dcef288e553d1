import type { OfficialId } from "../ids.ts";

/** A key of a unit, by its epoch, and one of those for whom it was sealed. Closed: their browser could not open it. */
export type HeldKey = { epoch: number; officialId: OfficialId; isClosed: boolean };

const isOpen = ({ isClosed }: HeldKey) => !isClosed;

function ofNewest<Held extends HeldKey>(held: readonly Held[]): Held[] {
  const newest = Math.max(...held.map(({ epoch }) => epoch));
  return held.filter(({ epoch }) => epoch === newest);
}

/**
 * Who can open the newest of these keys, which leads back to every earlier one. With an earlier one nobody comes forward: not
 * even when the newest opens for none of those who have it.
 */
export const newestHolders = <Held extends HeldKey>(held: readonly Held[]): Held[] => ofNewest(held).filter(isOpen);

/**
 * Whether with this person the newest of these keys would go for good, or the newest that opens. Theirs counts also when it
 * was reported as closed: the report may be false, and this is the only copy.
 */
export function isLastHolder(held: readonly HeldKey[], leaving: OfficialId): boolean {
  const isTheirs = ({ officialId }: HeldKey) => officialId === leaving;
  const hasNewest = ofNewest(held).some(isTheirs) && newestHolders(held).every(isTheirs);
  const opening = ofNewest(held.filter(isOpen));
  return hasNewest || (opening.length > 0 && opening.every(isTheirs));
}

/** Whether without this person, and without those who are biased, somebody has the newest of these keys. */
export const hasOtherReader = (held: readonly HeldKey[], leaving: OfficialId, biased: readonly OfficialId[]): boolean =>
  newestHolders(held).some(({ officialId }) => officialId !== leaving && !biased.includes(officialId));

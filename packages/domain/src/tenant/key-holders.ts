import type { OfficialId } from "../ids.ts";

/** A key of a unit, by its epoch, and one of those who hold it. */
export type HeldKey = { epoch: number; officialId: OfficialId };

/**
 * Whether with this person a key of the unit would go for good. What was sealed under an older one needs that one too, so
 * each epoch asks for somebody who stays.
 */
export const isLastHolder = (held: readonly HeldKey[], leaving: OfficialId) =>
  held.some(
    ({ epoch, officialId }) =>
      officialId === leaving && held.every((other) => other.epoch !== epoch || other.officialId === leaving),
  );

import type { OfficialId, UnitId } from "@dvd/domain/ids";
import { z } from "zod";
import { bytesOf, idOf } from "../wire.ts";

const mostEpochs = 50;

export const grantSeedsInput = z.strictObject({
  unitId: idOf<UnitId>(),
  officialId: idOf<OfficialId>(),
  /** The newest epoch that the giver has, from which links lead back to what is there. More is taken as well. */
  seeds: z
    .array(z.strictObject({ epoch: z.int().min(1), grant: bytesOf(1921) }))
    .min(1)
    .max(mostEpochs),
});
export type GrantSeeds = z.output<typeof grantSeedsInput>;
/** Not taken when all of it lies there already: what opens is not replaced. */
export const grantSeedsOutput = z.strictObject({ officialId: z.uuid(), isTaken: z.boolean() });

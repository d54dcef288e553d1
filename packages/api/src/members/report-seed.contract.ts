import type { UnitId } from "@dvd/domain/ids";
import { z } from "zod";
import { bytesOf, idOf } from "../wire.ts";

export const reportSeedInput = z.strictObject({
  unitId: idOf<UnitId>(),
  epoch: z.int().min(1).max(0xffffffff),
  /** The very envelope that does not open: another one may lie there by now. */
  grant: bytesOf(1921),
});
export type ReportSeed = z.output<typeof reportSeedInput>;
/** False when it is known already, or another one lies there. */
export const reportSeedOutput = z.strictObject({ unitId: z.uuid(), isNew: z.boolean() });

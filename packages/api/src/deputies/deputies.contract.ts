import type { DeputyshipId, OfficialId } from "@dvd/domain/ids";
import { z } from "zod";
import { idOf } from "../wire.ts";

export const nameDeputyInput = z.strictObject({
  deputyId: idOf<OfficialId>(),
  /** Days of the German calendar; both are part of it. */
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
});
export type NameDeputy = z.output<typeof nameDeputyInput>;

export const endDeputyshipInput = z.strictObject({ deputyshipId: idOf<DeputyshipId>() });
export type EndDeputyship = z.output<typeof endDeputyshipInput>;
export const deputyshipOutput = z.strictObject({ deputyshipId: z.uuid() });

export const listDeputyshipsInput = z.strictObject({});
export const listDeputyshipsOutput = z.strictObject({
  deputyships: z.array(
    z.strictObject({
      deputyshipId: z.uuid(),
      /** As seen by whoever asks: somebody stands in for them, they for somebody, or neither, which admins alone see. */
      relation: z.enum(["mine", "for-other", "other"]),
      postSign: z.string(),
      deputySign: z.string(),
      startsOn: z.iso.date(),
      endsOn: z.iso.date(),
      isRunning: z.boolean(),
      mayEnd: z.boolean(),
    }),
  ),
});

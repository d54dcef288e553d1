import type { CaseId, OfficialId } from "@dvd/domain/ids";
import { z } from "zod";
import { idOf } from "../wire.ts";

/** No reason is asked for: it would be content, and whoever is biased has said enough. */
export const declareRecusalInput = z.strictObject({ caseId: idOf<CaseId>() });
export type DeclareRecusal = z.output<typeof declareRecusalInput>;
/** `isFree`: it was theirs, and waits for somebody else now. */
export const declareRecusalOutput = z.strictObject({ caseId: z.uuid(), isFree: z.boolean() });

export const liftRecusalInput = z.strictObject({ caseId: idOf<CaseId>(), officialId: idOf<OfficialId>() });
export type LiftRecusal = z.output<typeof liftRecusalInput>;
export const liftRecusalOutput = z.strictObject({ caseId: z.uuid() });

export const listRecusalsInput = z.strictObject({});
export const listRecusalsOutput = z.strictObject({
  recusals: z.array(
    z.strictObject({
      caseId: z.uuid(),
      reference: z.string(),
      unit: z.string(),
      officialId: z.uuid(),
      postSign: z.string(),
      since: z.iso.datetime(),
      /** By the table of permissions, for whoever asked: nobody lifts their own. */
      mayLift: z.boolean(),
    }),
  ),
});

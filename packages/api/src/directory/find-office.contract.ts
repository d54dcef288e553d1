import { z } from "zod";
import { postalCode, serviceKey } from "../wire.ts";

export const findOfficeInput = z.strictObject({ serviceKey, postalCode });
export type FindOffice = z.output<typeof findOfficeInput>;

export const findOfficeOutput = z.strictObject({
  tenantId: z.uuid(),
  authority: z.string(),
  unitId: z.uuid(),
  unit: z.string(),
  ruleId: z.string().describe("Published rule that decided"),
  rulesVersion: z.int(),
});

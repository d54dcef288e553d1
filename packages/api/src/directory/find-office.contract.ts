import { z } from "zod";
import { ars, postalCode, serviceKey } from "../wire.ts";

export const findOfficeInput = z.strictObject({
  serviceKey,
  postalCode,
  ars: ars.optional().describe("The municipality, where several share the postal code"),
});
export type FindOffice = z.output<typeof findOfficeInput>;

export const findOfficeOutput = z.strictObject({
  tenantId: z.uuid(),
  authority: z.string(),
  unitId: z.uuid(),
  unit: z.string(),
  ruleId: z.string().describe("Published rule that decided"),
  rulesVersion: z.int(),
  reason: z.string().describe("Why this office, as its authority has published it"),
  ars: ars.nullable().describe("The municipality that was meant; null where it makes no difference"),
  isClearing: z.boolean().describe("No rule names the service here: this office finds out who is responsible"),
});

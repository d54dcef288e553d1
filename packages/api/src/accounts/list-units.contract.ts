import { z } from "zod";
import { base64Text } from "../wire.ts";

export const listUnitsInput = z.strictObject({});
export const listUnitsOutput = z.strictObject({
  tenantId: z.uuid(),
  authority: z.string(),
  units: z.array(
    z.strictObject({
      unitId: z.uuid(),
      name: z.string(),
      role: z.enum(["official", "lead"]),
      /** The unit's key seeds, each sealed for the asking official, oldest epoch first. */
      seeds: z.array(z.strictObject({ epoch: z.int(), grant: base64Text })),
      /** Seeds of earlier epochs, each sealed for a later one. */
      links: z.array(z.strictObject({ epoch: z.int(), grant: base64Text })),
    }),
  ),
});

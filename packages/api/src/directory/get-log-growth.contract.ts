import { z } from "zod";
import { base64Text } from "../wire.ts";

const size = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

export const getLogGrowthInput = z
  .strictObject({ from: size, to: size })
  .refine(({ from, to }) => from <= to, { error: "from is larger than to" });

export const getLogGrowthOutput = z.strictObject({
  consistency: z.array(base64Text).describe("Empty when the log has never been that large"),
});

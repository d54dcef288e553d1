import { z } from "zod";
import { base64Text } from "../wire.ts";

export const getLogGrowthInput = z.strictObject({
  sizes: z
    .string()
    .regex(/^\d{1,15}(,\d{1,15}){1,32}$/)
    .transform((list) => list.split(",").map(Number))
    .refine((sizes) => sizes.every((size, at) => size > (sizes[at - 1] ?? 0)))
    .describe("Sizes of the log, growing, separated by commas"),
});

export const getLogGrowthOutput = z.strictObject({
  growth: z
    .array(z.array(base64Text))
    .describe("From each size to the next; empty when the log has never been that large"),
});

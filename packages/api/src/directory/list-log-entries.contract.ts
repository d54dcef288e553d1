import { z } from "zod";

export const listLogEntriesInput = z.strictObject({
  from: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});

export const listLogEntriesOutput = z.strictObject({
  entries: z
    .array(z.strictObject({ index: z.int(), entry: z.string() }))
    .describe("As they are hashed: docs/key-log.md, section 1"),
  next: z.int().nullable().describe("Where the next page begins, null for the last one"),
});

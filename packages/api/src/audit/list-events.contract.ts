import { auditTypes } from "@dvd/domain/audit/events";
import { z } from "zod";
import { idOf, pageSize } from "../wire.ts";

export const listEventsInput = z.strictObject({
  type: z.enum(auditTypes).optional(),
  actorId: idOf<string>().optional(),
  caseId: idOf<string>().optional(),
  /** Points in time; `until` is not part of it. */
  since: z.iso.datetime({ precision: 3 }).optional(),
  until: z.iso.datetime({ precision: 3 }).optional(),
  /** The number before which to go on. */
  before: z.int().positive().optional(),
  limit: pageSize,
});
export type ListEvents = z.output<typeof listEventsInput>;

/** The record as docs/audit.md has it, without the chain, which is always the reader's own. */
const auditRecord = z.object({
  seq: z.int(),
  at: z.string(),
  type: z.string(),
  actor: z.enum(["citizen", "official", "system"]),
  actorId: z.string().nullable(),
  caseId: z.string().nullable(),
  objectId: z.string().nullable(),
  correlationId: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
});

export const listEventsOutput = z.strictObject({
  records: z.array(auditRecord),
  nextBefore: z.int().nullable(),
});
/** Reads the text of a record; null for what is none, so that a broken chain can still be looked at. */
export const readRecord = (text: string) => {
  try {
    return auditRecord.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

import { caseEventKinds } from "@dvd/domain/case/events";
import type { CaseId } from "@dvd/domain/ids";
import { z } from "zod";
import { idOf, pageSize } from "../wire.ts";

export const listEventsInput = z.strictObject({
  caseId: idOf<CaseId>(),
  /** Id of the last event already there. */
  after: z.int().min(0).default(0),
  limit: pageSize,
});
export type ListEvents = z.output<typeof listEventsInput>;

/** What the server knows to have happened: who, what, when. What was said is in the messages. */
export const caseEvent = z.strictObject({
  id: z.int(),
  kind: z.enum(caseEventKinds),
  actor: z.enum(["citizen", "official"]),
  subjectId: z.uuid().nullable(),
  /** For officials: the sign of the post whose deputy it was. */
  actingFor: z.string().nullable(),
  at: z.iso.datetime(),
});
export const listEventsOutput = z.strictObject({ events: z.array(caseEvent), nextAfter: z.int().nullable() });

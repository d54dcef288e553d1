/**
 * Everything that may be logged. A field that is not listed here is dropped, so a name or a file name cannot reach a log
 * by accident; whoever adds a line here decides what leaves the process. Ids, counts, durations and codes only: never a
 * title, a name, a key, a token, a session id (it is as good as a login), or a message of an error.
 *
 * `word`: an id, code or keyword · `number`: count, size, port · `ms`: a duration · `error`: see `describeError`.
 * A question mark makes the field optional.
 */
export type FieldKind = "word" | "number" | "ms" | "flag" | "error";
export type EventLevel = "info" | "warn" | "error";
type EventDefinition = {
  level: EventLevel;
  fields: Readonly<Record<string, FieldKind | `${FieldKind}?`>>;
};

const defineEvents = <const Events extends Record<string, EventDefinition>>(events: Events) => events;

export const logEvents = defineEvents({
  "process.started": { level: "info", fields: { profile: "word", port: "number", ms: "ms" } },
  "process.stopping": { level: "info", fields: { reason: "word" } },
  "database.migrated": { level: "info", fields: { ms: "ms" } },
  "process.failed": { level: "error", fields: { reason: "word", error: "error?" } },

  "http.request": { level: "info", fields: { method: "word", route: "word", status: "number", ms: "ms" } },
  "trpc.call": { level: "info", fields: { procedure: "word", code: "word", ms: "ms" } },
  "request.failed": { level: "error", fields: { route: "word", code: "word?", error: "error" } },

  "limit.reached": { level: "warn", fields: { budget: "word", of: "word" } },
  "once.swept": { level: "info", fields: { rows: "number" } },
  "redis.lost": { level: "error", fields: { error: "error" } },
  "redis.found": { level: "info", fields: {} },

  "login.succeeded": { level: "info", fields: { kind: "word", accountId: "word", assurance: "word" } },
  "login.failed": { level: "warn", fields: { kind: "word", reason: "word", detail: "word?" } },
  "login.provider-down": { level: "error", fields: { kind: "word", error: "error" } },
  "session.revoked": { level: "info", fields: { reason: "word", count: "number" } },
  "sessions.swept": { level: "info", fields: { rows: "number" } },
  "deputyships.swept": { level: "info", fields: { rows: "number" } },

  "account.deleted": { level: "info", fields: { cases: "number", drafts: "number", uploads: "number" } },

  "upload.part": {
    level: "info",
    fields: { documentId: "word", part: "number", bytes: "number", ms: "ms" },
  },
  "upload.finished": {
    level: "info",
    fields: { documentId: "word", caseId: "word", bytes: "number", parts: "number", ms: "ms" },
  },
  "uploads.swept": { level: "info", fields: { rows: "number" } },
  "blobs.swept": { level: "info", fields: { writes: "number", objects: "number" } },
  "blobs.sweep-failed": { level: "error", fields: { error: "error" } },
  "case.submitted": {
    level: "info",
    fields: { caseId: "word", tenantId: "word", unitId: "word", documents: "number" },
  },
  "case.claimed": { level: "info", fields: { caseId: "word", tenantId: "word", officialId: "word" } },
  "case.asked": { level: "info", fields: { caseId: "word", tenantId: "word", messageId: "word" } },
  "case.answered": { level: "info", fields: { caseId: "word", tenantId: "word", messageId: "word" } },
  "case.resumed": { level: "info", fields: { caseId: "word", tenantId: "word" } },
  "case.withdrawn": { level: "info", fields: { caseId: "word", tenantId: "word" } },
  "message.sent": {
    level: "info",
    fields: { caseId: "word", messageId: "word", sequence: "number", bytes: "number" },
  },

  "job.started": { level: "info", fields: { queue: "word", jobId: "word", attempt: "number?" } },
  "job.finished": { level: "info", fields: { queue: "word", jobId: "word", ms: "ms" } },
  "job.failed": {
    level: "error",
    fields: { queue: "word", jobId: "word", attempt: "number?", ms: "ms", error: "error" },
  },

  "key-log.grown": { level: "info", fields: { size: "number", added: "number" } },
  "key-log.failed": { level: "error", fields: { error: "error" } },
  "key-log.witness-failed": { level: "warn", fields: { witness: "word", error: "error" } },
  "audit.signed": { level: "info", fields: { chain: "word", size: "number" } },
  "audit.pruned": { level: "info", fields: { chain: "word", size: "number" } },
  "audit.broken": { level: "error", fields: { chain: "word", fault: "word", seq: "number" } },
  "audit.failed": { level: "error", fields: { chain: "word?", error: "error" } },
  "witness.answered": { level: "info", fields: { status: "number", size: "number?" } },

  "live.opened": { level: "info", fields: { kind: "word", streams: "number", resumed: "flag" } },
  "live.closed": { level: "info", fields: { kind: "word", streams: "number" } },
});

export type EventName = keyof typeof logEvents;

type ValueOf<Kind> = Kind extends "word"
  ? string
  : Kind extends "number" | "ms"
    ? number
    : Kind extends "flag"
      ? boolean
      : unknown;

type Declared<Name extends EventName> = (typeof logEvents)[Name]["fields"];
type RequiredOf<Fields> = {
  [Field in keyof Fields as Fields[Field] extends FieldKind ? Field : never]: ValueOf<Fields[Field]>;
};
type OptionalOf<Fields> = {
  [Field in keyof Fields as Fields[Field] extends `${FieldKind}?`
    ? Field
    : never]?: Fields[Field] extends `${infer Kind}?` ? ValueOf<Kind> : never;
};

/** The fields that an event must and may carry. */
export type EventFields<Name extends EventName> = RequiredOf<Declared<Name>> & OptionalOf<Declared<Name>>;

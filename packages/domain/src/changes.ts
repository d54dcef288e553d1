/** A change feed belongs to one citizen or one unit. Streams carry these ids and numbers, and nothing else. */
export type ChangeScope = { kind: "citizen" | "unit"; id: string };

export const changeKinds = [
  "case.received",
  "case.claimed",
  "case.released",
  "case.asked",
  "case.answered",
  "case.resumed",
  "case.withdrawn",
  "case.citizen-left",
  "message.sent",
  "document.stored",
  "copy.requested",
  "copy.granted",
  "copy.refused",
  "copy.objected",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const scopeKey = (scope: ChangeScope) => `${scope.kind}:${scope.id}`;

/** Where a stream stands in each of its feeds, as the text of an SSE event id: `unit:…=12,unit:…=7`. */
export type Cursor = ReadonlyMap<string, number>;

export const formatCursor = (cursor: Cursor) => Array.from(cursor, ([key, sequence]) => `${key}=${sequence}`).join(",");

/** Unknown feeds and malformed entries are left out: a client that sends nonsense starts from now, it gets no error page. */
export function parseCursor(text: string): Cursor {
  const entries = text.split(",").flatMap((part) => {
    const match = /^((?:citizen|unit):[0-9a-f-]{36})=(\d{1,15})$/.exec(part);
    return match?.[1] && match[2] ? [[match[1], Number(match[2])] as const] : [];
  });
  return new Map(entries);
}

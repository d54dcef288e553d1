import type { IncomingMessage, ServerResponse } from "node:http";
import { lastSequenceOf, listChangesAfter } from "@dvd/db/repositories/changes";
import { type ScopedTx, withCitizen, withTenant } from "@dvd/db/tenant";
import { type Actor, accountIdOf } from "@dvd/domain/actor";
import { type ChangeScope, formatCursor, parseCursor, scopeKey } from "@dvd/domain/changes";
import { DomainError } from "@dvd/domain/errors";
import type { RequestContext, WorkerDeps } from "../context.ts";
import { spend } from "../limits/spend.ts";

const batch = 200;
/**
 * Streams that one login may have, of the six connections that a browser opens to a host without HTTP/2: with all six
 * taken, no page would load any more. A further one is sent away and asks again later; ending the oldest instead would
 * make it come back, push out the next, and so on for ever.
 */
const streamsPerSession = 4;
/** Citizens of one address, or of one household's network, at this process. Officials of an authority share theirs. */
const streamsPerNetwork = 500;
const laterMs = 60_000;

const streamHead = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/** Rung by the database when it ends a session: a stream must not wait for the next look. */
const accountBell = "account:";

type Stream = {
  actor: Actor;
  scopes: readonly ChangeScope[];
  cursor: Map<string, number>;
  response: ServerResponse;
  /** One read at a time; a wake-up during a read means one more round. */
  busy: boolean;
  again: boolean;
};

type HubDeps = Pick<WorkerDeps, "db" | "log"> & {
  /**
   * Calls back with `unit:…` or `citizen:…` whenever a feed grew, with `account:…` when a session of that person ended, and
   * with null when wake-ups may have been missed.
   */
  listen: (wake: (feed: string | null) => void) => Promise<() => Promise<void>>;
  /** The same person as they are now, null when the session is over. */
  currentActor: (actor: Actor) => Promise<Actor | null>;
  heartbeatMs?: number;
  recheckMs?: number;
  /** Who takes nothing while this much waits is cut off, and goes on where it was when it comes back. */
  backlogBytes?: number;
  streamsPerNetwork?: number;
};

/**
 * Live streams on the plain server: an event carries a feed, a number, a kind and a case id, and nothing else. The
 * table of changes is the truth and the bus is only a bell, so a lost wake-up delays an event and loses none; a client
 * that comes back names the last numbers it has seen and gets everything since, once, in order.
 */
export async function openLiveHub(deps: HubDeps) {
  const streams = new Map<string, Set<Stream>>();
  const sessions = new Map<string, Set<Stream>>();
  const networks = new Map<string, Set<Stream>>();
  const perNetwork = deps.streamsPerNetwork ?? streamsPerNetwork;
  const all = () => Array.from(sessions.values(), (set) => [...set]).flat();

  const stopListening = await deps.listen((feed) => {
    if (feed?.startsWith(accountBell)) {
      for (const session of sessions.values())
        if ([...session].some(({ actor }) => feed === accountBell + accountIdOf(actor)))
          void closeUnlessEntitled(deps, [...session]);
      return;
    }
    for (const stream of feed === null ? all() : (streams.get(feed) ?? [])) void advance(deps, stream);
  });
  const heartbeat = setInterval(() => {
    for (const stream of all()) send(deps, stream, ": still here\n\n");
  }, deps.heartbeatMs ?? 20_000);
  const recheck = setInterval(() => {
    for (const session of sessions.values()) void closeUnlessEntitled(deps, [...session]);
  }, deps.recheckMs ?? 15_000);

  return {
    async serve(ctx: RequestContext, request: IncomingMessage, response: ServerResponse) {
      if (!ctx.actor) throw new DomainError("auth.required");
      await spend(ctx, "live");
      const scopes = feedsOf(ctx.actor);
      const resume =
        request.headers["last-event-id"] ?? new URL(request.url ?? "", "http://live").searchParams.get("after");
      const stream: Stream = { actor: ctx.actor, scopes, cursor: new Map(), response, busy: true, again: false };
      // Gone while we found out who it was: its end has been announced already, and nobody would take it off the list.
      if (response.closed) return;
      const { sessionId } = ctx.actor;
      const counted = ctx.actor.kind === "citizen" ? ctx.networks : [];
      const isFull =
        (sessions.get(sessionId)?.size ?? 0) >= streamsPerSession ||
        counted.some(({ name, factor }) => (networks.get(name)?.size ?? 0) >= perNetwork * factor);
      if (isFull) {
        sendAway(request, response);
        return;
      }
      // Registered before the first read: a change in between wakes the stream instead of falling into the gap.
      for (const scope of scopes) addTo(streams, scopeKey(scope), stream);
      addTo(sessions, sessionId, stream);
      for (const { name } of counted) addTo(networks, name, stream);
      response.on("close", () => {
        removeFrom(sessions, sessionId, stream);
        for (const { name } of counted) removeFrom(networks, name, stream);
        for (const scope of scopes) removeFrom(streams, scopeKey(scope), stream);
        ctx.log.event("live.closed", { kind: stream.actor.kind, streams: all().length });
      });

      // The login may have ended before it was on the list, and nobody rings for that again.
      const [cursor] = await Promise.all([
        startingPoint(deps, stream, parseCursor(String(resume ?? ""))),
        closeUnlessEntitled(deps, [stream]),
      ]);
      stream.cursor = cursor;
      // Over before it began: its login ended meanwhile.
      if (response.writableEnded) return;
      response.writeHead(200, streamHead);
      send(deps, stream, `retry: 2000\nid: ${formatCursor(stream.cursor)}\nevent: ready\ndata: {}\n\n`);
      ctx.log.event("live.opened", { kind: stream.actor.kind, streams: all().length, resumed: resume !== null });
      stream.busy = false;
      await advance(deps, stream);
    },

    count: () => all().length,

    async close() {
      clearInterval(heartbeat);
      clearInterval(recheck);
      await stopListening();
      for (const { response } of all()) endStream(response);
    },
  };
}

/**
 * A browser takes a status for the end, and complains to whoever reads its console. In its own words it hears when to ask
 * again, and does so by itself: until there is room, its page looks for news once a minute.
 */
function sendAway({ headers }: IncomingMessage, response: ServerResponse) {
  if (!headers.accept?.includes("text/event-stream")) throw new DomainError("live.too-many");
  response.writeHead(200, streamHead).end(`retry: ${laterMs}\nevent: later\ndata: {}\n\n`);
}

const feedsOf = (actor: Actor): ChangeScope[] =>
  actor.kind === "citizen"
    ? [{ kind: "citizen", id: actor.citizenId }]
    : actor.unitIds.map((id) => ({ kind: "unit" as const, id }));

const inScope = <T>({ db }: HubDeps, actor: Actor, work: (tx: ScopedTx) => Promise<T>) =>
  actor.kind === "citizen"
    ? withCitizen(db, actor.citizenId, work)
    : withTenant(db, { tenantId: actor.tenantId }, work);

/** A feed that the client has never seen starts now: its history is in the lists, which the client has just fetched. */
async function startingPoint(deps: HubDeps, { actor, scopes }: Stream, seen: ReadonlyMap<string, number>) {
  const cursor = new Map<string, number>();
  for (const scope of scopes) {
    const key = scopeKey(scope);
    const last = await inScope(deps, actor, (tx) => lastSequenceOf(tx, scope));
    cursor.set(key, Math.min(seen.get(key) ?? last, last));
  }
  return cursor;
}

async function advance(deps: HubDeps, stream: Stream) {
  if (stream.busy) {
    stream.again = true;
    return;
  }
  stream.busy = true;
  try {
    do {
      stream.again = false;
      for (const scope of stream.scopes) await sendChanges(deps, stream, scope);
    } while (stream.again);
  } catch (error) {
    // The client comes back with its last numbers and misses nothing.
    deps.log.event("request.failed", { route: "live", error });
    endStream(stream.response);
  } finally {
    stream.busy = false;
  }
}

async function sendChanges(deps: HubDeps, stream: Stream, scope: ChangeScope) {
  const key = scopeKey(scope);
  const after = stream.cursor.get(key) ?? 0;
  const reader = accountIdOf(stream.actor);
  const changes = await inScope(deps, stream.actor, (tx) => listChangesAfter(tx, scope, reader, after, batch));
  for (const { sequence, kind, caseId, isTold } of changes) {
    stream.cursor.set(key, sequence);
    if (!isTold) continue;
    const data = JSON.stringify({ feed: key, sequence, kind, caseId });
    send(deps, stream, `id: ${formatCursor(stream.cursor)}\nevent: change\ndata: ${data}\n\n`);
  }
  if (changes.length === batch) stream.again = true;
}

/** A stream that was ended may wait long for a slow reader; another word to it would end the process. */
function send({ backlogBytes = 1_048_576 }: HubDeps, { response }: Stream, text: string) {
  // One that is still finding out where to start has no head yet; writing would make up a wrong one.
  if (!response.headersSent || response.writableEnded || response.destroyed) return;
  response.write(text);
  // Not `end`: that would wait for the reader.
  if (response.writableLength > backlogBytes) response.destroy();
}

/** What a page behind a stream may show and do, as far as it changes while the page is open. */
const rightsOf = (actor: Actor) =>
  [...feedsOf(actor).map(scopeKey), ...(actor.kind === "official" ? actor.standsInFor : [])].join();

/**
 * A stream outlives neither its session nor its rights: who left a unit or came into one comes back with other feeds, and
 * who begins or ends to stand in for somebody comes back and looks anew.
 */
async function closeUnlessEntitled(deps: HubDeps, session: readonly Stream[]) {
  const [first] = session;
  if (!first) return;
  // While the database cannot be asked, nothing can be read either; the next look decides.
  const now = await deps.currentActor(first.actor).catch(() => first.actor);
  for (const { actor, response } of session) if (!now || rightsOf(actor) !== rightsOf(now)) endStream(response);
}

/** One that is still finding out where to start ends as a stream too: a browser would take anything else for a fault. */
function endStream(response: ServerResponse) {
  if (!response.headersSent) response.writeHead(200, streamHead);
  response.end();
}

function addTo(streams: Map<string, Set<Stream>>, key: string, stream: Stream) {
  const set = streams.get(key) ?? new Set();
  streams.set(key, set.add(stream));
}

function removeFrom(streams: Map<string, Set<Stream>>, key: string, stream: Stream) {
  const set = streams.get(key);
  set?.delete(stream);
  if (set?.size === 0) streams.delete(key);
}

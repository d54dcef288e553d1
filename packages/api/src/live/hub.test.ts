import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { getCase } from "@dvd/db/repositories/cases";
import { noteChange } from "@dvd/db/repositories/changes";
import type { Actor } from "@dvd/domain/actor";
import type { CaseId } from "@dvd/domain/ids";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { claimCase } from "../cases/claim-case.ts";
import type { RequestContext } from "../context.ts";
import { declareRecusal } from "../recusals/declare-recusal.ts";
import { endSession } from "../sessions/end-session.ts";
import { findViewer } from "../sessions/find-viewer.ts";
import { openEventStream, type StreamEvent } from "../testing/event-stream.ts";
import { openHubOf } from "../testing/live.ts";
import { openPortal } from "../testing/portal.ts";
import { sendCase } from "../testing/sealing.ts";
import { serve } from "../testing/serve.ts";
import { placeOf } from "../testing/towns.ts";
import { openLiveHub } from "./hub.ts";

const portal = await openPortal();
const hub = await openHubOf(portal, { recheckMs: 20 });
let viewer: RequestContext = portal.requestOf(null);
const server = await serve(hub.serve, () => viewer);
const streams: { leave: () => void }[] = [];
afterEach(() => {
  for (const stream of streams.splice(0)) stream.leave();
});
afterAll(async () => {
  await hub.close();
  await server.close();
  await portal.close();
});

const citizen = await portal.citizen();
const [official, nextDoor] = [await portal.official(0), await portal.official(2)];
const feedOf = ({ ctx: { actor } }: typeof citizen | typeof official) =>
  actor.kind === "citizen" ? `citizen:${actor.citizenId}` : `unit:${actor.unitIds[0]}`;

async function watch({ request }: { request: RequestContext }, headers: Record<string, string> = {}, query = "") {
  viewer = request;
  const stream = await openEventStream(`${server.url}/api/live${query}`, headers);
  streams.push(stream);
  const ready = await stream.next();
  expect(ready).toMatchObject({ event: "ready", data: "{}" });
  return { ...stream, ready };
}

const dataOf = (event: StreamEvent | null): unknown => JSON.parse(event?.data ?? "null");

async function headOf(feed: string) {
  const [row] = await portal.sql<{ last: string }[]>`
    select last_sequence as last from change_heads where scope_kind || ':' || scope_id = ${feed}`;
  return Number(row?.last ?? 0);
}

/** `count` changes of a case, in one go. */
const happen = (caseId: CaseId, count: number) =>
  citizen.ctx.transact(async (tx) => {
    const found = await getCase(tx, caseId);
    for (let made = 0; made < count; made += 1) await noteChange(tx, "message.sent", found);
  });

describe("a live stream", () => {
  it("begins with its place, in a form that no cache and no proxy keeps", async () => {
    const { response, ready } = await watch(citizen);
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
    expect(ready?.id).toBe(`${feedOf(citizen)}=${await headOf(feedOf(citizen))}`);
  });

  it("tells each side what changed: feed, number, kind and case, and nothing else", async () => {
    const [ofCitizen, ofUnit] = [await watch(citizen), await watch(official)];
    const { caseId } = await sendCase(portal, citizen);
    for (const [stream, who] of [
      [ofCitizen, citizen],
      [ofUnit, official],
    ] as const) {
      const feed = feedOf(who);
      const sequence = await headOf(feed);
      const event = await stream.next();
      expect(dataOf(event)).toEqual({ feed, sequence, kind: "case.received", caseId });
      expect(event).toMatchObject({ event: "change", id: `${feed}=${sequence}` });
    }
    await claimCase(official.ctx, { caseId, version: 3 });
    for (const stream of [ofCitizen, ofUnit])
      expect(dataOf(await stream.next())).toMatchObject({ kind: "case.claimed" });
  });

  it("that was interrupted goes on where it was: everything since, once, in order", async () => {
    const { caseId } = await sendCase(portal, citizen);
    const { ready, leave } = await watch(official);
    const from = await headOf(feedOf(official));
    leave();
    await happen(caseId, 250);

    for (const [headers, query] of [
      [{ "last-event-id": ready?.id ?? "" }, ""],
      [{}, `?after=${encodeURIComponent(ready?.id ?? "")}`],
    ] as const) {
      const again = await watch(official, headers, query);
      const missed = await again.take((await headOf(feedOf(official))) - from);
      await happen(caseId, 1);
      const events = [...missed, ...(await again.take(1))];
      const numbers = events.map((event) => (dataOf(event) as { sequence: number }).sequence);
      expect(numbers).toEqual(Array.from(numbers, (_, place) => from + place + 1));
      again.leave();
    }
  });

  it.each(["nonsense", "unit:0192f0a1-0000-7000-8000-00000000abcd=0", "citizen:'; drop table changes=1"])(
    "begins now when the place %s is none of its own",
    async (place) => {
      const { ready } = await watch(citizen, { "last-event-id": place });
      expect(ready?.id).toBe(`${feedOf(citizen)}=${await headOf(feedOf(citizen))}`);
    },
  );

  it("begins now when it names a number that was never given", async () => {
    const { ready } = await watch(citizen, { "last-event-id": `${feedOf(citizen)}=999999` });
    expect(ready?.id).toBe(`${feedOf(citizen)}=${await headOf(feedOf(citizen))}`);
  });

  it("of another unit, authority or citizen tells nothing of it", async () => {
    const [unit, foreigner, stranger] = [nextDoor, await portal.official(3), await portal.citizen()];
    const quiet = [await watch(unit), await watch(foreigner), await watch(stranger)] as const;
    const { caseId: hidden } = await sendCase(portal, citizen);
    // Each of them hears next of something of their own, and of nothing before that.
    const own = [
      (await sendCase(portal, citizen, placeOf.nextDoor)).caseId,
      (await sendCase(portal, citizen, placeOf.there)).caseId,
      (await sendCase(portal, stranger)).caseId,
    ];
    for (const [place, stream] of quiet.entries()) {
      const event = dataOf(await stream.next());
      expect(event).toMatchObject({ caseId: own[place] });
      expect(event).not.toMatchObject({ caseId: hidden });
    }
  });

  it("tells nobody what happens in a case after they have declared themselves biased, and goes on behind it", async () => {
    const { caseId } = await sendCase(portal, citizen);
    const stream = await watch(official);
    await declareRecusal(official.ctx, { caseId });
    await happen(caseId, 2);
    const next = await sendCase(portal, citizen);
    const event = await stream.next();
    expect(dataOf(event)).toMatchObject({ kind: "case.received", caseId: next.caseId });
    expect(event?.id).toBe(`${feedOf(official)}=${await headOf(feedOf(official))}`);
  });

  it("is refused without a session", async () => {
    viewer = portal.requestOf(null);
    const response = await fetch(`${server.url}/api/live`);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ type: "/fehler/auth.required" });
  });

  it("ends when its session is revoked, and no other does", async () => {
    const [leaving, staying] = [await portal.citizen(), await watch(citizen)];
    const stream = await watch(leaving);
    await endSession(portal.deps, leaving.ctx.actor.sessionId);
    expect(await stream.next()).toBe(null);
    const { caseId } = await sendCase(portal, citizen);
    expect(dataOf(await staying.next())).toMatchObject({ caseId });
  });

  it("hears at once that its session ended, without waiting for the next look", async () => {
    const patient = await openHubOf(portal, { recheckMs: 3_600_000 });
    const leaving = await portal.citizen();
    const itsServer = await serve(patient.serve, () => leaving.request);
    const stream = await openEventStream(itsServer.url);
    expect(await stream.next()).toMatchObject({ event: "ready" });
    await endSession(portal.deps, leaving.ctx.actor.sessionId);
    expect(await stream.next()).toBe(null);
    await patient.close();
    await itsServer.close();
  });

  it("ends for an official who is no member of the unit any more", async () => {
    const leaving = await portal.official(1);
    const stream = await watch(leaving);
    const { officialId } = leaving.ctx.actor;
    await portal.sql`delete from unit_seed_grants where official_id = ${officialId}`;
    await portal.sql`delete from unit_members where official_id = ${officialId}`;
    expect(await stream.next()).toBe(null);
  });

  it("ends for an official who begins to stand in for a colleague, and again when that is over", async () => {
    const [absent, deputy] = [await portal.recruit("official"), await portal.recruit("official")];
    const { tenantId, sessionId, officialId: deputyId } = deputy.ctx.actor;
    const stream = await watch(deputy);
    await portal.sql`insert into deputyships (id, tenant_id, official_id, deputy_id, starts_on, ends_on)
      select gen_random_uuid(), ${tenantId}, ${absent.ctx.actor.officialId}, ${deputyId}, day, day
      from (select (now() at time zone 'Europe/Berlin')::date as day) today`;
    expect(await stream.next()).toBe(null);
    const back = await watch({
      request: portal.requestOf(await findViewer(portal.deps, sessionId, { touch: false })),
    });
    await portal.sql`update deputyships set starts_on = starts_on - 1, ends_on = ends_on - 1`;
    expect(await back.next()).toBe(null);
  });
});

describe("the hub", () => {
  /** A hub with a bell that the test rings. */
  async function withBell(
    options: {
      heartbeatMs?: number;
      recheckMs?: number;
      backlogBytes?: number;
      streamsPerNetwork?: number;
      currentActor?: (actor: Actor) => Promise<Actor | null>;
      db?: typeof portal.deps.db;
      visitor?: () => RequestContext;
      before?: (response: ServerResponse) => Promise<unknown>;
    } = {},
  ) {
    const { before, visitor = () => citizen.request, ...settings } = options;
    const bell = Promise.withResolvers<(feed: string | null) => void>();
    const quiet = await openLiveHub({
      ...portal.deps,
      listen: async (wake) => {
        bell.resolve(wake);
        return async () => undefined;
      },
      currentActor: async (actor) => actor,
      ...settings,
    });
    const served = Promise.withResolvers<void>();
    const itsServer = await serve(async (ctx, request, response) => {
      await before?.(response);
      await quiet.serve(ctx, request, response);
      served.resolve();
    }, visitor);
    const close = async () => {
      await quiet.close();
      await itsServer.close();
    };
    return { quiet, ring: await bell.promise, url: itsServer.url, served: served.promise, close };
  }

  it("loses nothing when wake-ups are lost: the next one brings everything", async () => {
    const { ring, url, close } = await withBell();
    const stream = await openEventStream(url);
    await stream.next();
    const { caseId } = await sendCase(portal, citizen);
    await happen(caseId, 2);
    ring(null);
    const kinds = (await stream.take(3)).map((event) => (dataOf(event) as { kind: string }).kind);
    expect(kinds).toEqual(["case.received", "message.sent", "message.sent"]);
    stream.leave();
    await close();
  });

  it("shows that it is there while nothing happens", async () => {
    const { url, close } = await withBell({ heartbeatMs: 10 });
    const stream = await openEventStream(url);
    await stream.next();
    expect(await stream.next()).toEqual({ comment: "still here" });
    stream.leave();
    await close();
  });

  it("forgets who has left", async () => {
    const { quiet, url, close } = await withBell();
    const stream = await openEventStream(url);
    await stream.next();
    expect(quiet.count()).toBe(1);
    stream.leave();
    await expect.poll(() => quiet.count()).toBe(0);
    await close();
  });

  it("does not take on its list who has left before the stream began", async () => {
    const arrived = Promise.withResolvers<void>();
    const before = (response: ServerResponse) => {
      arrived.resolve();
      return once(response, "close");
    };
    const { quiet, url, served, close } = await withBell({ before });
    const controller = new AbortController();
    const left = fetch(url, { signal: controller.signal }).catch(() => "left");
    await arrived.promise;
    controller.abort();
    expect(await left).toBe("left");
    await served;
    expect(quiet.count()).toBe(0);
    await close();
  });

  it("refuses a fifth stream of one session until another has left", async () => {
    const { quiet, url, close } = await withBell();
    const open = await Promise.all(Array.from({ length: 4 }, () => openEventStream(url)));
    const refused = await fetch(url);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ type: "/fehler/live.too-many" });
    open[0]?.leave();
    await expect.poll(() => quiet.count()).toBe(3);
    open.push(await openEventStream(url));
    expect(quiet.count()).toBe(4);
    for (const stream of open) stream.leave();
    await close();
  });

  it("tells a browser in its own words to ask again in a minute, and keeps no stream for it", async () => {
    const { quiet, url, close } = await withBell();
    const open = await Promise.all(Array.from({ length: 4 }, () => openEventStream(url)));
    const response = await fetch(url, { headers: { accept: "text/event-stream" } });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(await response.text()).toBe("retry: 60000\nevent: later\ndata: {}\n\n");
    expect(quiet.count()).toBe(4);
    for (const stream of open) stream.leave();
    await close();
  });

  it("counts citizens on their network, whoever they are, and officials on none", async () => {
    const somewhere = [{ name: "somewhere", factor: 1 }];
    const wide = [{ name: "a-whole-campus", factor: 2 }];
    let visitor = { ...citizen.request, networks: somewhere };
    const { quiet, url, close } = await withBell({ streamsPerNetwork: 1, visitor: () => visitor });
    const open = [await openEventStream(url)];
    visitor = { ...(await portal.citizen()).request, networks: somewhere };
    expect((await fetch(url)).status).toBe(429);
    visitor = { ...visitor, networks: [{ name: "elsewhere", factor: 1 }] };
    open.push(await openEventStream(url));
    visitor = { ...visitor, networks: wide };
    open.push(await openEventStream(url), await openEventStream(url));
    expect((await fetch(url)).status).toBe(429);
    visitor = { ...official.request, networks: somewhere };
    open.push(await openEventStream(url));

    open[0]?.leave();
    await expect.poll(() => quiet.count()).toBe(4);
    visitor = { ...(await portal.citizen()).request, networks: somewhere };
    open.push(await openEventStream(url));
    for (const stream of open) stream.leave();
    await close();
  });

  it("ends one as a stream whose login is over before it has found where to start", async () => {
    const gate = Promise.withResolvers<void>();
    const { db } = portal.deps;
    const slow: typeof db = Object.assign(Object.create(db) as typeof db, {
      transaction: async (...work: Parameters<typeof db.transaction>) => {
        await gate.promise;
        return db.transaction(...work);
      },
    });
    let isOver = false;
    const currentActor = async (actor: Actor) => (isOver ? null : actor);
    const { quiet, ring, url, served, close } = await withBell({ db: slow, currentActor });
    const answered = fetch(url);
    await expect.poll(() => quiet.count()).toBe(1);
    isOver = true;
    ring(`account:${citizen.ctx.actor.citizenId}`);
    const response = await answered;
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(await response.text()).toBe("");
    gate.resolve();
    // And nothing is written to it afterwards.
    await served;
    expect(quiet.count()).toBe(0);
    await close();
  });

  it("asks once for all streams of a session whether it is still alive", async () => {
    let asked: number | null = null;
    const first = Promise.withResolvers<void>();
    const currentActor = async (actor: Actor) => {
      if (asked !== null) {
        asked += 1;
        first.resolve();
      }
      return actor;
    };
    const { url, close } = await withBell({ recheckMs: 30, currentActor });
    const open = await Promise.all(Array.from({ length: 3 }, () => openEventStream(url)));
    asked = 0;
    await first.promise;
    expect(asked).toBe(1);
    for (const stream of open) stream.leave();
    await close();
  });

  it("cuts off who takes nothing, and bears with who is only a little behind", async () => {
    // Corked, the response keeps what is written, as behind a reader who has stopped.
    const before = async (response: ServerResponse) => response.cork();
    const patient = await withBell({ before, heartbeatMs: 5, backlogBytes: 100_000 });
    const impatient = await withBell({ before, heartbeatMs: 5, backlogBytes: 400 });
    const cut = fetch(impatient.url).then(
      () => "answered",
      () => "cut off",
    );
    const controller = new AbortController();
    const waiting = fetch(patient.url, { signal: controller.signal }).catch(() => "left");
    await patient.served;
    expect(await cut).toBe("cut off");
    await expect.poll(() => impatient.quiet.count()).toBe(0);
    expect(patient.quiet.count()).toBe(1);
    controller.abort();
    await waiting;
    await patient.close();
    await impatient.close();
  });

  it("ends every stream when the process ends", async () => {
    const { quiet, url, close } = await withBell();
    const stream = await openEventStream(url);
    await stream.next();
    await quiet.close();
    expect(await stream.next()).toBe(null);
    await close();
  });
});

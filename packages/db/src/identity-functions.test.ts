import { randomBytes, randomUUID } from "node:crypto";
import { type AssuranceLevel, assuranceLevels } from "@dvd/domain/assurance";
import type { CitizenId, SessionId } from "@dvd/domain/ids";
import { sessionLimits } from "@dvd/domain/session/limits";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "./client.ts";
import {
  endOtherSessions,
  endProviderSessions,
  findSession,
  listSessions,
  type NewSession,
  openCitizenSession,
  openOfficialSession,
  revokeSession,
  sweepSessions,
} from "./repositories/identity.ts";
import { type TestDb, testDb } from "./testing.ts";
import { stopClock } from "./testing-clock.ts";
import { makeWorld, type Office } from "./testing-world.ts";

let test: TestDb;
let db: Db;
let admin: Sql;
let office: Office;
let setClock: (at: Date) => Promise<unknown>;
let at = Date.now();

beforeAll(async () => {
  test = await testDb();
  db = test.db;
  admin = postgres(test.adminUrl, { max: 1, onnotice: () => undefined });
  office = (await makeWorld(test)).here;
  setClock = await stopClock(admin, new Date(at));
});
afterAll(async () => {
  await admin.end();
  await test.drop();
});

type Opening = { assurance?: AssuranceLevel; loginHash?: Uint8Array; former?: string; authenticatedAt?: Date };

const newSession = ({ assurance = "low", loginHash, former, authenticatedAt }: Opening = {}): NewSession => ({
  id: randomUUID() as SessionId,
  assurance,
  authenticatedAt: authenticatedAt ?? new Date(at),
  loginHash: loginHash ?? randomBytes(32),
  providerSessionHash: null,
  device: { browser: "firefox", system: "linux" },
  former: (former as SessionId | undefined) ?? null,
});

async function openCitizen(subjectHash: Uint8Array, opening: Opening = {}) {
  const session = newSession(opening);
  const citizen = await openCitizenSession(db, { subjectHash, newCitizenId: randomUUID() as CitizenId, session });
  return { session: session.id, citizen };
}

async function openOfficial(subjectHash: Uint8Array, authority = "here") {
  const session = newSession({ assurance: "substantial" });
  const { outcome, official_id: official } = await openOfficialSession(db, { subjectHash, authority, session });
  return { session: session.id, outcome, official };
}

const find = (session: SessionId, { touch = false } = {}) => findSession(db, session, { touch });

/** The clock of the database is the only one that counts. It stands still unless a test moves it. */
function letPass(seconds: number) {
  at += seconds * 1_000;
  return setClock(new Date(at));
}
const lastSeen = async (session: SessionId) => {
  const [row] = await admin<{ at: Date }[]>`select last_seen_at as at from sessions where id = ${session}`;
  return row?.at.getTime();
};
const auditOf = async (account: string | null) => {
  const rows = await admin`
    select type, actor_kind, tenant_id, payload from audit_intake
    where actor_id is not distinct from ${account} order by created_at, type`;
  return rows.map((row) => ({ ...row }));
};

describe("a login", () => {
  it("makes a citizen the first time and finds them again", async () => {
    const subject = randomBytes(32);
    const first = await openCitizen(subject);
    const second = await openCitizen(subject);
    expect(second.citizen).toBe(first.citizen);
    expect((await openCitizen(randomBytes(32))).citizen).not.toBe(first.citizen);
    expect(await find(second.session)).toMatchObject({ kind: "citizen", citizenId: first.citizen });
  });

  it("makes one citizen when two logins of a new person come at once", async () => {
    const subject = randomBytes(32);
    const [one, two] = await Promise.all([openCitizen(subject), openCitizen(subject)]);
    expect(one.citizen).toBe(two.citizen);
  });

  it("finds an official with authority and units, and never makes one", async () => {
    const { session, outcome } = await openOfficial(office.officialSubject);
    expect(outcome).toBe("opened");
    expect(await find(session)).toMatchObject({
      kind: "official",
      officialId: office.officialId,
      tenantId: office.tenantId,
      unitIds: [office.unitId],
      assurance: "substantial",
    });
    const stranger = await openOfficial(randomBytes(32));
    expect(stranger).toMatchObject({ outcome: "unknown-person", official: null });
    expect(await find(stranger.session)).toBeNull();
    expect(await auditOf(null)).toContainEqual({
      type: "session.refused",
      actor_kind: "system",
      tenant_id: null,
      payload: { reason: "unknown-person" },
    });
  });

  it("of an official counts at the authority that invited them, and at no other", async () => {
    expect(await openOfficial(office.officialSubject, "there")).toMatchObject({ outcome: "unknown-person" });
    expect(await openOfficial(office.officialSubject, "")).toMatchObject({ outcome: "unknown-person" });
  });

  it("opens one session, also when its answer arrives twice at once", async () => {
    const [subject, loginHash] = [randomBytes(32), randomBytes(32)];
    const both = await Promise.all([openCitizen(subject, { loginHash }), openCitizen(subject, { loginHash })]);
    expect(both.filter(({ citizen }) => citizen !== null)).toHaveLength(1);
    const third = await openCitizen(randomBytes(32), { loginHash });
    expect(third.citizen).toBeNull();
    expect(await find(third.session)).toBeNull();
  });

  it("ends the session that the browser had before, and says so", async () => {
    const subject = randomBytes(32);
    const former = await openCitizen(subject);
    const { session } = await openCitizen(subject, { former: former.session });
    expect(await find(former.session)).toBeNull();
    expect(await find(session)).not.toBeNull();
    const rows = await auditOf(former.citizen);
    expect(rows).toContainEqual(expect.objectContaining({ type: "session.revoked", payload: { reason: "new-login" } }));
  });

  it("is not fresher than now, whatever the clock of the provider says", async () => {
    const { session } = await openCitizen(randomBytes(32), { authenticatedAt: new Date(at + 3_600_000) });
    const found = await find(session);
    expect(found?.authenticatedAt).toEqual(new Date(at));
  });

  it("and its end are in the audit, in the same transaction", async () => {
    const { session, citizen } = await openCitizen(randomBytes(32));
    await revokeSession(db, session);
    await revokeSession(db, session);
    const entry = { actor_kind: "citizen", tenant_id: null };
    expect(await auditOf(citizen)).toEqual([
      { type: "session.opened", ...entry, payload: { assurance: "low" } },
      { type: "session.revoked", ...entry, payload: { reason: "logout" } },
    ]);
  });

  it("cannot be under a pseudonym of the wrong length", async () => {
    await expect(openCitizen(randomBytes(31))).rejects.toThrow("Failed query");
  });
});

describe.each(assuranceLevels)("a session of the level %s", (assurance) => {
  const idle = sessionLimits[assurance].idle * 60;
  const total = sessionLimits[assurance].total * 60;
  const open = () => openCitizen(randomBytes(32), { assurance });

  it("lives through the last second of its idle time, and no look at it prolongs that", async () => {
    const { session } = await open();
    await letPass(idle - 1);
    expect((await find(session))?.times).toEqual({ idleSeconds: 1, totalSeconds: total - idle + 1 });
    await letPass(1);
    expect(await find(session)).toBeNull();
    expect(await find(session, { touch: true })).toBeNull();
  });

  it("is kept alive by a person, but never beyond its end", async () => {
    const { session } = await open();
    const step = idle / 2;
    for (let passed = step; passed < total; passed += step) {
      await letPass(step);
      expect(await find(session, { touch: true })).not.toBeNull();
    }
    await letPass(step - 1);
    expect((await find(session, { touch: true }))?.times.totalSeconds).toBe(1);
    await letPass(1);
    expect(await find(session, { touch: true })).toBeNull();
  });
});

describe("a session", () => {
  it("is written at most once in half a minute, however busy the person is", async () => {
    const { session } = await openCitizen(randomBytes(32));
    const opened = at;
    await letPass(30);
    await find(session, { touch: true });
    expect(await lastSeen(session)).toBe(opened);
    await letPass(1);
    await find(session, { touch: true });
    expect(await lastSeen(session)).toBe(at);
  });

  it("of an official ends with their removal, and a new login is refused", async () => {
    const { session } = await openOfficial(office.officialSubject);
    await admin`update officials set removed_at = now() where id = ${office.officialId}`;
    expect(await find(session)).toBeNull();
    expect(await openOfficial(office.officialSubject)).toMatchObject({ outcome: "removed-person" });
    await admin`update officials set removed_at = null where id = ${office.officialId}`;
  });
});

describe("the list of a person's sessions", () => {
  it("has those that live, this one first, each under a name that opens nothing", async () => {
    const subject = randomBytes(32);
    const [one, two, over] = [await openCitizen(subject), await openCitizen(subject), await openCitizen(subject)];
    await revokeSession(db, over.session);
    await openCitizen(randomBytes(32));
    const listed = await listSessions(db, two.session);
    expect(listed.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
    expect(listed[0]).toMatchObject({ assurance: "low", browser: "firefox", system: "linux" });
    const text = JSON.stringify(listed);
    for (const { session } of [one, two]) expect(text).not.toContain(session);
    expect(await listSessions(db, over.session)).toEqual([]);
  });

  it("ends one of them, or all others, and never this one or a stranger's", async () => {
    const subject = randomBytes(32);
    const [here, one, two] = [await openCitizen(subject), await openCitizen(subject), await openCitizen(subject)];
    const stranger = await openCitizen(randomBytes(32));
    const handleOf = async (session: SessionId) =>
      (await listSessions(db, session)).find(({ isCurrent }) => isCurrent)?.handle ?? "";
    expect(await endOtherSessions(db, here.session, await handleOf(stranger.session))).toBe(0);
    expect(await endOtherSessions(db, here.session, await handleOf(here.session))).toBe(0);
    expect(await endOtherSessions(db, here.session, await handleOf(one.session))).toBe(1);
    expect(await find(one.session)).toBeNull();
    expect(await find(two.session)).not.toBeNull();
    expect(await endOtherSessions(db, here.session, null)).toBe(1);
    expect(await find(two.session)).toBeNull();
    expect(await find(here.session)).not.toBeNull();
    expect(await find(stranger.session)).not.toBeNull();
    expect(await endOtherSessions(db, one.session, null)).toBe(0);
  });

  it("is per official and authority", async () => {
    const [here, elsewhere] = [await openOfficial(office.officialSubject), await openOfficial(office.officialSubject)];
    expect((await listSessions(db, here.session)).length).toBeGreaterThanOrEqual(2);
    expect(await endOtherSessions(db, here.session, null)).toBeGreaterThanOrEqual(1);
    expect(await find(elsewhere.session)).toBeNull();
  });
});

describe("the end that a provider sends", () => {
  it("ends nothing when it names nothing", async () => {
    const { session } = await openCitizen(randomBytes(32));
    expect(await endProviderSessions(db, { subjectHash: null, providerSessionHash: null, issuedAt: new Date() })).toBe(
      0,
    );
    expect(await find(session)).not.toBeNull();
  });
});

describe("the row of a session", () => {
  const rowsOf = async (...sessions: SessionId[]) =>
    (await admin<{ id: SessionId }[]>`select id from sessions where id in ${admin(sessions)}`).map(({ id }) => id);

  it("goes a day after its end, however it ended, and not a second before", async () => {
    const [left, signedOut] = [
      (await openCitizen(randomBytes(32))).session,
      (await openCitizen(randomBytes(32))).session,
    ];
    const [day, total] = [86_400, sessionLimits.low.total * 60];
    const swept = async () => {
      await sweepSessions(test.workerDb);
      return rowsOf(left, signedOut);
    };
    await revokeSession(db, signedOut);
    await letPass(day);
    expect(await swept()).toHaveLength(2);
    await letPass(1);
    // Idle for a day, but what the level allows it ended only half a day ago.
    expect(await swept()).toEqual([left]);
    await letPass(total - 1);
    expect(await swept()).toEqual([left]);
    await letPass(1);
    expect(await swept()).toEqual([]);
  });
});

describe("the application", () => {
  it.each([
    "identity_audit(null, 'system', null, 'session.opened', null, '{}')",
    "identity_end_sessions(array[gen_random_uuid()], 'logout')",
    "identity_add_session(gen_random_uuid(), null, null, '{}')",
    "identity_own_sessions(gen_random_uuid(), '{}')",
  ])("has no door of its own to %s", async (call) => {
    const app = postgres(test.appUrl, { max: 1, onnotice: () => undefined });
    await expect(app.unsafe(`select ${call}`)).rejects.toThrow("permission denied");
    await app.end();
  });
});

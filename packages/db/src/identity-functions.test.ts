import { randomBytes, randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Db } from "./client.ts";
import { type TestDb, testDb } from "./testing.ts";
import { makeWorld, type Office } from "./testing-world.ts";

let test: TestDb;
let db: Db;
let admin: Sql;
let office: Office;

beforeAll(async () => {
  test = await testDb();
  db = test.db;
  admin = postgres(test.adminUrl, { max: 1, onnotice: () => undefined });
  office = (await makeWorld(test)).here;
});
afterAll(async () => {
  await admin.end();
  await test.drop();
});

const limits = { low: 60, substantial: 30, high: 5 };

async function openCitizen(subject: Uint8Array, assurance = "low", lifetime = "1 hour") {
  const session = randomUUID();
  const [row] = await db.execute<{ citizen: string }>(sql`select identity_open_citizen_session(
    ${subject}, ${randomUUID()}, ${session}, ${assurance}, now() + ${lifetime}::interval) as citizen`);
  return { session, citizen: row?.citizen };
}

async function openOfficial(subject: Uint8Array) {
  const session = randomUUID();
  const rows = await db.execute<{ official_id: string; tenant_id: string }>(
    sql`select * from identity_open_official_session(${subject}, ${session}, 'substantial', now() + interval '1 hour')`,
  );
  return { session, rows: [...rows] };
}

type Live = { kind: string; unit_ids: string[]; last_seen_at: string };
const find = async (session: string, { idle = limits, touch = false }: { idle?: object; touch?: boolean } = {}) => {
  const [row] = await db.execute<Live>(
    sql`select * from identity_session(${session}, ${JSON.stringify(idle)}::jsonb, ${touch})`,
  );
  return row;
};

const rewind = (session: string, minutes: number) =>
  admin`update sessions set last_seen_at = last_seen_at - make_interval(mins => ${minutes}) where id = ${session}`;
const auditOf = async (session: string) => {
  const rows =
    await admin`select type, actor_kind, tenant_id, actor_id from audit_intake where object_id = ${session} order by created_at`;
  return rows.map((row) => ({ ...row }));
};

describe("a login", () => {
  it("makes a citizen the first time and finds them again", async () => {
    const subject = randomBytes(32);
    const first = await openCitizen(subject);
    const second = await openCitizen(subject);
    expect(second.citizen).toBe(first.citizen);
    expect((await openCitizen(randomBytes(32))).citizen).not.toBe(first.citizen);
    expect(await find(second.session)).toMatchObject({ kind: "citizen", citizen_id: first.citizen, unit_ids: [] });
  });

  it("makes one citizen when two logins of a new person come at once", async () => {
    const subject = randomBytes(32);
    const [one, two] = await Promise.all([openCitizen(subject), openCitizen(subject)]);
    expect(one.citizen).toBe(two.citizen);
  });

  it("finds an official with authority and units, and never makes one", async () => {
    const { session, rows } = await openOfficial(office.officialSubject);
    expect(rows).toEqual([{ official_id: office.officialId, tenant_id: office.tenantId }]);
    expect(await find(session)).toMatchObject({
      kind: "official",
      official_id: office.officialId,
      tenant_id: office.tenantId,
      unit_ids: [office.unitId],
      assurance: "substantial",
    });
    const stranger = await openOfficial(randomBytes(32));
    expect(stranger.rows).toEqual([]);
    expect(await find(stranger.session)).toBeUndefined();
    expect(await auditOf(stranger.session)).toEqual([
      { type: "session.refused", actor_kind: "system", tenant_id: null, actor_id: null },
    ]);
  });

  it("and its end are in the audit, in the same transaction", async () => {
    const { session } = await openOfficial(office.officialSubject);
    await db.execute(sql`select identity_revoke_session(${session})`);
    const entry = { actor_kind: "official", tenant_id: office.tenantId, actor_id: office.officialId };
    expect(await auditOf(session)).toEqual([
      { type: "session.opened", ...entry },
      { type: "session.revoked", ...entry },
    ]);
  });
});

describe("a session", () => {
  it("ends when it is revoked, once", async () => {
    const { session } = await openCitizen(randomBytes(32));
    const revoke = async () => [...(await db.execute(sql`select identity_revoke_session(${session}) as ended`))];
    expect(await revoke()).toEqual([{ ended: true }]);
    expect(await find(session)).toBeUndefined();
    expect(await revoke()).toEqual([{ ended: false }]);
  });

  it("ends when its time is over", async () => {
    expect(await find((await openCitizen(randomBytes(32), "low", "-1 second")).session)).toBeUndefined();
    expect(await find((await openCitizen(randomBytes(32), "low", "1 minute")).session)).toBeDefined();
  });

  it("ends after the idle time of its level, and at once for a level without one", async () => {
    const { session } = await openCitizen(randomBytes(32), "high");
    await rewind(session, 4);
    expect(await find(session)).toBeDefined();
    await rewind(session, 1);
    expect(await find(session)).toBeUndefined();
    expect(await find(session, { idle: { ...limits, high: 6 } })).toBeDefined();
    expect(await find(session, { idle: { low: 60 } })).toBeUndefined();
  });

  it("stays awake by what a person does, not by polling, and is written at most once a minute", async () => {
    const { session } = await openCitizen(randomBytes(32));
    await rewind(session, 10);
    const before = (await find(session))?.last_seen_at;
    expect((await find(session))?.last_seen_at).toBe(before);
    const touched = (await find(session, { touch: true }))?.last_seen_at;
    expect(touched).not.toBe(before);
    expect((await find(session, { touch: true }))?.last_seen_at).toBe(touched);
  });

  it("of an official ends with their removal, and a new login is refused", async () => {
    const { session } = await openOfficial(office.officialSubject);
    await admin`update officials set removed_at = now() where id = ${office.officialId}`;
    expect(await find(session)).toBeUndefined();
    expect((await openOfficial(office.officialSubject)).rows).toEqual([]);
    await admin`update officials set removed_at = null where id = ${office.officialId}`;
  });

  it("cannot be opened with a level that does not exist or a pseudonym of the wrong length", async () => {
    await expect(openCitizen(randomBytes(32), "root")).rejects.toThrow("Failed query");
    await expect(openCitizen(randomBytes(31))).rejects.toThrow("Failed query");
  });
});

import { createHash, randomUUID } from "node:crypto";
import { portalChain } from "@dvd/domain/audit/chain";
import type { TenantId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDb } from "./client.ts";
import { linkAudit, listLinked, noteAudit } from "./repositories/audit.ts";
import { auditIntake } from "./schema/audit.ts";
import { withCitizen, withTenant } from "./tenant.ts";
import { type TestDb, testDb } from "./testing.ts";
import { makeWorld, type Office } from "./testing-world.ts";

let test: TestDb;
let admin: Sql;
let here: Office;
let there: Office;

beforeAll(async () => {
  test = await testDb();
  admin = postgres(test.adminUrl, { max: 1, onnotice: () => undefined });
  ({ here, there } = await makeWorld(test));
});
afterAll(async () => {
  await admin.end();
  await test.drop();
});
beforeEach(async () => {
  await linkAudit(test.workerDb, 1_000);
});

const record = (office: Office, facts: Record<string, string | number> = {}, type = "case.opened") =>
  withTenant(test.db, office, (tx) =>
    tx.insert(auditIntake).values({
      id: randomUUID(),
      tenantId: office.tenantId,
      actorKind: "official",
      actorId: office.officialId,
      type,
      payload: facts,
    }),
  );
const chainOf = (tenantId: TenantId) => withTenant(test.db, { tenantId }, (tx) => listLinked(tx, tenantId, 1, 10_000));

/** As docs/audit.md describes it, in a second pair of hands. */
async function brokenLinks(tenantId: TenantId): Promise<string[]> {
  let before = "00".repeat(32);
  return (await chainOf(tenantId)).flatMap(({ seq, record: text, link }, place) => {
    const wanted = createHash("sha256").update(`dvd-audit-v1\n${before}\n${text}`).digest("hex");
    before = Buffer.from(link).toString("hex");
    const { chain, seq: named }: { chain?: string; seq?: number } = JSON.parse(text);
    return before === wanted && seq === place + 1 && named === seq && chain === tenantId ? [] : [`${tenantId} ${seq}`];
  });
}

const stateOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "accepted",
    (error: unknown) => {
      const cause = error instanceof Error && error.cause ? error.cause : error;
      return cause instanceof Error && "code" in cause ? String(cause.code) : cause;
    },
  );

describe("the audit chain", () => {
  it("takes what waits, in the order in which it came, each authority's into its own and the rest into the portal's", async () => {
    await record(here, { version: 1 });
    await record(there);
    await record(here, { version: 2 });
    expect(await linkAudit(test.workerDb, 1_000)).toBe(3);
    const facts = (await chainOf(here.tenantId)).map(({ record: text }) => JSON.parse(text).facts);
    expect(facts.slice(-2)).toEqual([{ version: 1 }, { version: 2 }]);
    const [left] = await admin`select count(*)::int as n from audit_intake`;
    expect(left).toEqual({ n: 0 });
    const ofPortal = await chainOf(portalChain);
    expect(ofPortal.map(({ record: text }) => JSON.parse(text).type)).toContain("session.opened");
    for (const chain of [here.tenantId, there.tenantId, portalChain]) expect(await brokenLinks(chain)).toEqual([]);
  });

  it("does not fork and loses nothing, however many link and write at once", async () => {
    const before = (await chainOf(here.tenantId)).length;
    const clients = [1, 2, 3].map(() => createDb(test.workerUrl, { applicationName: "linker", max: 1 }));
    const writing = Promise.all(Array.from({ length: 90 }, (_, place) => record(here, { place })));
    const linking = clients.map(async ({ db }) => {
      for (let round = 0; round < 25; round += 1) await linkAudit(db, 7);
    });
    await Promise.all([writing, ...linking]);
    await linkAudit(test.workerDb, 1_000);
    await Promise.all(clients.map(({ close }) => close()));
    expect(await brokenLinks(here.tenantId)).toEqual([]);
    const places = (await chainOf(here.tenantId)).slice(before).map(({ record: text }) => JSON.parse(text).facts.place);
    expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 90 }, (_, place) => place));
  });

  it("leaves a chain to the worker that has it, and goes on with the others", async () => {
    await record(here);
    await record(there);
    const other = createDb(test.workerUrl, { applicationName: "linker", max: 1 });
    await other.db.transaction(async (tx) => {
      await tx.execute(sql`select audit_link(1000)`);
      await record(here, { late: 1 });
      await record(there, { late: 1 });
      expect(await linkAudit(test.workerDb, 1_000)).toBe(0);
    });
    expect(await linkAudit(test.workerDb, 1_000)).toBe(2);
    await other.close();
    for (const { tenantId } of [here, there]) expect(await brokenLinks(tenantId)).toEqual([]);
  });

  it("takes no gap that cannot be counted, by either door: one such row would stop every chain", async () => {
    const note = (facts: unknown) => {
      const row = { id: randomUUID(), actorKind: "system", type: "audit.gap", facts };
      return stateOf(test.db.execute(sql`select audit_note(${JSON.stringify([row])}::jsonb)`));
    };
    for (const facts of [{ dropped: "many" }, { dropped: -1 }, { dropped: 1.5 }, { dropped: 1e30 }, {}, { other: 1 }])
      expect([facts, await note(facts)]).toEqual([facts, "23514"]);
    expect(await stateOf(record(here, { dropped: "many" }, "audit.gap"))).toBe("23514");
    expect(await note({ dropped: 3 })).toBe("accepted");
    expect(await linkAudit(test.workerDb, 1_000)).toBe(1);
  });

  it("takes only so many at a time", async () => {
    for (let place = 0; place < 5; place += 1) await record(there, { place });
    expect([
      await linkAudit(test.workerDb, 2),
      await linkAudit(test.workerDb, 2),
      await linkAudit(test.workerDb, 2),
    ]).toEqual([2, 2, 1]);
    expect(await brokenLinks(there.tenantId)).toEqual([]);
  });

  it("is changed by nobody: not by the application, not by the owner of the table", async () => {
    const owner = createDb(test.ownerUrl, { applicationName: "owner", max: 1 });
    const before = await chainOf(here.tenantId);
    for (const statement of [
      "update audit_chain set record = record",
      "delete from audit_chain",
      "truncate audit_chain",
      "insert into audit_chain (tenant_id, seq, record, link) select tenant_id, seq + 1000, record, link from audit_chain",
      "update audit_heads set seq = 1",
      "delete from audit_heads",
      "update audit_checkpoints set line = ''",
      "delete from audit_checkpoints",
      "delete from audit_intake",
      "update audit_intake set type = 'case.closed'",
    ]) {
      const asOffice = withTenant(test.db, here, (tx) => tx.execute(sql.raw(statement)));
      expect([statement, await stateOf(asOffice)]).toEqual([statement, "42501"]);
    }
    for (const statement of [
      "update audit_chain set record = record",
      "delete from audit_chain",
      "truncate audit_chain",
    ]) {
      const asOwner = withTenant(owner.db, here, (tx) => tx.execute(sql.raw(statement)));
      expect([statement, await stateOf(asOwner)]).toEqual([statement, "42501"]);
    }
    await owner.close();
    expect(await chainOf(here.tenantId)).toEqual(before);
  });
});

describe("a record", () => {
  it.each(["Frau Beispiel", "DVD-26-7K3M-91Q", "dvd-26-7k3m-91q", "Wohngeld für Ödön", "", "a".repeat(201), "x\ny"])(
    "cannot hold %j: codes and numbers only",
    async (text) => {
      expect(await stateOf(record(here, { reason: text }))).toBe("23514");
      expect(await stateOf(record(here, { reason: "nobody-came" }))).toBe("accepted");
    },
  );

  it("has one level of facts", async () => {
    const nested = { facts: { inner: "x" } } as unknown as Record<string, string>;
    expect(await stateOf(record(here, nested))).toBe("23514");
  });

  it("is refused in somebody else's name, in the batch as in a transaction", async () => {
    const inOtherName = withCitizen(test.db, here.citizenId, (tx) =>
      tx
        .insert(auditIntake)
        .values({ id: randomUUID(), actorKind: "citizen", actorId: there.citizenId, type: "vault.saved" }),
    );
    expect(await stateOf(inOtherName)).toBe("42501");
    const entry = {
      id: randomUUID(),
      tenantId: null,
      actor: { kind: "system" as const, id: null },
      correlationId: "c",
    };
    expect(await stateOf(noteAudit(test.db, [{ ...entry, event: { type: "vault.saved", version: 1 } }]))).toBe("42501");
    expect(await stateOf(noteAudit(test.db, [{ ...entry, event: { type: "service.started", name: "web" } }]))).toBe(
      "accepted",
    );
  });
});

describe("pruning", () => {
  const prune = (seq: number) =>
    stateOf(withTenant(test.workerDb, here, (tx) => tx.execute(sql`select audit_prune(${here.tenantId}, ${seq})`)));
  const announce = (seq: number) =>
    admin`insert into audit_checkpoints (tenant_id, number, seq, kind, line)
      values (${here.tenantId}, ${100 + seq}, ${seq}, 'PRUNED', '{}')`;

  it("removes nothing that was not announced, that is young, or that is all there is", async () => {
    const before = await chainOf(here.tenantId);
    const last = before.length;
    expect(await prune(2)).toBe("42501");
    await announce(2);
    expect(await prune(2)).toBe("42501");
    await announce(last);
    expect(await prune(last)).toBe("42501");
    expect(await chainOf(here.tenantId)).toEqual(before);
  });

  it("removes the beginning of a chain when all of it is old enough", async () => {
    await admin`alter table audit_chain disable trigger audit_chain_stays`;
    await admin`update audit_chain set record = regexp_replace(record, '"at" : "20..', '"at" : "2001')
      where tenant_id = ${here.tenantId} and seq <= 2`;
    await admin`alter table audit_chain enable trigger audit_chain_stays`;
    expect(await prune(2)).toBe("accepted");
    expect((await chainOf(here.tenantId))[0]?.seq).toBe(3);
  });
});

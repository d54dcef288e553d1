import {
  generateSigningKey,
  importSigningKey,
  parseStatement,
  signStatement,
  toBase64Url,
  verifyDirectory,
} from "@dvd/crypto";
import { addStatement } from "@dvd/db/repositories/founding";
import { afterAll, describe, expect, it } from "vitest";
import { newId } from "../context.ts";
import { getKeys } from "../directory/get-keys.ts";
import { openPortal } from "../testing/portal.ts";
import { decodeBase64 } from "../wire.ts";
import { publishDirectoryHead } from "./publish-directory-head.ts";
import { statementPublisher } from "./publish-statement.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const [town, otherTown] = portal.authorities;
if (!town || !otherTown) throw new Error("the portal has two towns");
const operationalKey = await importSigningKey(town.operationalKey);
const deps = { ...portal.deps, db: portal.owner };

const served = async () => {
  await portal.growLog();
  const { statements } = await getKeys(portal.deps, { tenantId: town.tenantId, knownLogSize: 0 });
  return statements.map(({ payload, signature }) => ({
    payload: decodeBase64(payload),
    signature: decodeBase64(signature),
  }));
};
const heads = async () =>
  (await served()).map(({ payload }) => parseStatement(payload)).filter(({ type }) => type === "directory-head");
const read = async () =>
  verifyDirectory({ authority: town.tenantId, statements: await served(), now: portal.deps.now() });

describe("the head of an authority's directory", () => {
  it("is published when the authority is founded, and names every unit", async () => {
    const directory = await read();
    expect([directory.seqs.head, directory.isFreshAt(portal.deps.now())]).toEqual([1, true]);
    for (const { id } of town.units) expect(directory.unitKey(id)?.epoch).toBe(1);
  });

  it("counts on, per authority, and only the newest is served", async () => {
    await publishDirectoryHead(deps, town.tenantId, operationalKey);
    await publishDirectoryHead(deps, town.tenantId, operationalKey);
    expect(await heads()).toMatchObject([{ seq: 3, authority: town.tenantId }]);
    expect((await portal.directory(otherTown.tenantId)).seqs.head).toBe(1);
    const [{ count } = { count: 0 }] = await portal.sql<{ count: number }[]>`
      select count(*)::int as count from statements where tenant_id = ${town.tenantId} and kind = 'directory-head'`;
    expect(count).toBe(3);
  });

  it("has to be published anew before a new list of members is believed", async () => {
    const [unit] = town.units;
    if (!unit) throw new Error("the town has a unit");
    const { spki } = (await generateSigningKey()).key;
    const member = {
      account: unit.id,
      role: "lead" as const,
      signing_key: toBase64Url(spki),
      kem_key_id: "00".repeat(32),
    };
    const publish = statementPublisher(deps, town.tenantId);
    await publish(operationalKey, { type: "members", unit_id: unit.id, seq: 2, members: [member] });
    await expect(read()).rejects.toMatchObject({ code: "E_HEAD_MISMATCH" });
    await publishDirectoryHead(deps, town.tenantId, operationalKey);
    expect(Array.from((await read()).signers(unit.id).values(), ({ account }) => account)).toEqual([unit.id]);
  });

  it("closes a unit of which something expires within three days, and nothing of it is served", async () => {
    const [, unit, ...others] = town.units;
    if (!unit) throw new Error("the town has two units");
    const publishedDaysAgo = async (days: number, seq: number) => {
      const now = () => new Date(Date.now() - days * 86_400_000);
      const publish = statementPublisher({ ...deps, now }, town.tenantId);
      await publish(operationalKey, { type: "members", unit_id: unit.id, seq, members: [] });
      await publishDirectoryHead(deps, town.tenantId, operationalKey);
      const about = (await served()).map(({ payload }) => parseStatement(payload));
      return {
        key: (await read()).unitKey(unit.id)?.epoch,
        served: about.filter((one) => "unit_id" in one && one.unit_id === unit.id).map(({ type }) => type),
      };
    };
    expect(await publishedDaysAgo(361.9, 2)).toEqual({ key: 1, served: ["unit-key", "members"] });
    expect(await publishedDaysAgo(362, 3)).toEqual({ key: undefined, served: [] });
    expect(await publishedDaysAgo(400, 4)).toEqual({ key: undefined, served: [] });
    for (const { id } of others) expect((await read()).unitKey(id)?.epoch).toBe(1);
    expect(await publishedDaysAgo(0, 5)).toEqual({ key: 1, served: ["unit-key", "members"] });
  });

  it("has nothing to do with receipt keys: those of the past are served with the others", async () => {
    const key = toBase64Url((await generateSigningKey()).key.spki);
    const past = { not_before: "2020-01-01T00:00:00.000Z", expires: "2021-01-01T00:00:00.000Z" };
    const statement = { type: "receipt-key" as const, authority: town.tenantId, key, ...past };
    const row = { kind: statement.type, tenantId: town.tenantId, unitId: null, epoch: null, createdAt: deps.now() };
    const signed = await signStatement(statement, operationalKey);
    await addStatement(deps.db, { ...row, ...signed, id: newId(deps), sequence: 2 });
    expect((await read()).receiptKeys.map(({ validUntil }) => validUntil.getTime() < Date.now())).toEqual([
      false,
      true,
    ]);
  });

  it("has one text per number, however many publish at once", async () => {
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => publishDirectoryHead(deps, town.tenantId, operationalKey)),
    );
    const published = results.filter(({ status }) => status === "fulfilled").length;
    expect(published).toBeGreaterThan(0);
    expect(await heads()).toMatchObject([{ seq: 8 + published }]);
  });
});

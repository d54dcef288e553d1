import { generateSigningKey, importSigningKey, parseStatement, toBase64Url, verifyDirectory } from "@dvd/crypto";
import { afterAll, describe, expect, it } from "vitest";
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

  it("has one text per number, however many publish at once", async () => {
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => publishDirectoryHead(deps, town.tenantId, operationalKey)),
    );
    const published = results.filter(({ status }) => status === "fulfilled").length;
    expect(published).toBeGreaterThan(0);
    expect(await heads()).toMatchObject([{ seq: 4 + published }]);
  });
});

import { createUnitEpoch, grantUnitSeed, openUnitSeed, toHex } from "@dvd/crypto";
import type { UnitId } from "@dvd/domain/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listUnits } from "../accounts/list-units.ts";
import { type Official, openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { makeProposal } from "../testing/rotating.ts";
import { proposeKey } from "../unit-keys/propose-key.ts";
import { decodeBase64 } from "../wire.ts";
import type { GrantSeeds } from "./grant-seeds.contract.ts";
import { grantSeeds } from "./grant-seeds.ts";
import { listColleagues } from "./list-colleagues.ts";
import { removeMember } from "./remove-member.ts";
import { reportSeed } from "./report-seed.ts";

const portal = await openPortal();
afterAll(() => portal.close());
let holder: Official;
let unitId: UnitId;
beforeAll(async () => {
  holder = await portal.official(0);
  const [unit] = holder.ctx.actor.unitIds;
  if (!unit) throw new Error("the official has a unit");
  unitId = unit;
});

/** As the browser of a colleague opens what lies there for them. */
async function unitOf({ ctx, keys }: Official) {
  const { tenantId, units } = await listUnits(ctx);
  const seed = units.find((one) => one.unitId === unitId)?.seeds.at(-1);
  if (!seed) throw new Error("nothing lies there");
  const directory = await portal.directory(tenantId);
  return openUnitSeed({
    env: decodeBase64(seed.grant),
    unitId,
    epoch: seed.epoch,
    recipient: keys.kem,
    grantors: (id) => directory.signers(unitId).get(id)?.spki,
  });
}

async function seedsFor(colleague: Official, by: Official = holder): Promise<GrantSeeds> {
  const granting = { grantor: by.keys.signing, now: new Date() };
  const recipient = { role: "official" as const, publicKey: colleague.keys.kem.publicKey };
  const grant = await grantUnitSeed(await unitOf(holder), recipient, granting);
  return { unitId, officialId: colleague.ctx.actor.officialId, seeds: [{ epoch: 1, grant }] };
}

const refusal = refusalIn(portal);
const refused = (who: Pick<Official, "ctx">, input: GrantSeeds) => refusal(() => grantSeeds(who.ctx, input));

describe("the key of a unit", () => {
  it("is passed on by a member who has it, on record, and the newcomer opens it", async () => {
    const newcomer = await portal.recruit("official");
    const { officialId } = newcomer.ctx.actor;
    const seen = async () =>
      (await listColleagues(holder.ctx)).units[0]?.colleagues.find((one) => one.officialId === officialId);
    expect(await seen()).toMatchObject({ key: "waits", isSigned: false, keys: { signingKey: expect.any(String) } });

    await grantSeeds(holder.ctx, await seedsFor(newcomer));
    expect(await seen()).toMatchObject({ key: "holds", keys: null });
    expect((await unitOf(newcomer)).kem.keyId).toEqual((await unitOf(holder)).kem.keyId);
    const [record] = await portal.sql`
      select actor_id, payload from audit_intake where type = 'seed.granted' and payload ->> 'memberId' = ${officialId}`;
    expect(record).toEqual({
      actor_id: holder.ctx.actor.officialId,
      payload: { unitId, memberId: officialId, keyId: toHex(newcomer.keys.kem.keyId), seeds: 1, replaced: 0 },
    });
  });

  it("is taken for exactly this colleague, unit and epoch, sealed by who is logged in", async () => {
    const [newcomer, other] = [await portal.recruit("official"), await portal.recruit("official")];
    const good = await seedsFor(newcomer);
    const { officialId } = other.ctx.actor;
    expect(await refused(holder, { ...good, officialId })).toBe("keys.not-the-receiver");
    expect(await refused(holder, await seedsFor(newcomer, other))).toBe("keys.grant-invalid");
    const recipient = { role: "official" as const, publicKey: newcomer.keys.kem.publicKey };
    const granting = { grantor: holder.keys.signing, now: new Date() };
    for (const [unit, epoch] of [
      [unitId, 2],
      [newcomer.ctx.actor.tenantId, 1],
    ] as const) {
      const grant = await grantUnitSeed(await createUnitEpoch(unit, epoch), recipient, granting);
      expect(await refused(holder, { ...good, seeds: [{ epoch: 1, grant }] })).toBe("keys.grant-invalid");
    }
    expect(await refused(holder, { ...good, seeds: good.seeds.map((seed) => ({ ...seed, epoch: 2 })) })).toBe(
      "keys.grant-invalid",
    );
    expect(await outcome(grantSeeds(holder.ctx, good))).toBe("accepted");
  });

  it("is for members of the unit who have keys, and from members of it alone whom the authority has signed for", async () => {
    const newcomer = await portal.recruit("official");
    const good = await seedsFor(newcomer);
    const nextDoor = await portal.official(2);
    const outside = nextDoor.ctx.actor.officialId;
    expect(await refused(holder, { ...good, officialId: outside })).toBe("member.not-found");
    expect(await refused(nextDoor, good)).toBe("unit.not-found");
    expect(await refused(await portal.admin(), good)).toBe("auth.wrong-role");
    const unsigned = await portal.recruit("official");
    expect(await refused(unsigned, await seedsFor(newcomer, unsigned))).toBe("member.not-signed");
    const keyless = await portal.recruit("official");
    await portal.sql`delete from vault_slots where account_id = ${keyless.ctx.actor.officialId}`;
    await portal.sql`delete from vaults where account_id = ${keyless.ctx.actor.officialId}`;
    await portal.sql`delete from accounts where id = ${keyless.ctx.actor.officialId}`;
    expect(await refused(holder, { ...good, officialId: keyless.ctx.actor.officialId })).toBe("member.no-keys");
  });
});

describe("a key that is given to somebody who has it", () => {
  it("stays as it is: nothing is stored, nothing is recorded, and whoever gave it is told", async () => {
    const newcomer = await portal.recruit("official");
    expect(await grantSeeds(holder.ctx, await seedsFor(newcomer))).toMatchObject({ isTaken: true });
    const again = await seedsFor(newcomer);
    const before = await portal.imprint();
    expect(await grantSeeds(holder.ctx, again)).toMatchObject({ isTaken: false });
    expect(await portal.imprint()).toEqual(before);
  });
});

describe("a key that does not open", () => {
  const stateOf = async ({ ctx }: Official) => {
    const { officialId } = ctx.actor;
    return (await listColleagues(holder.ctx)).units[0]?.colleagues.find((one) => one.officialId === officialId);
  };
  /** In form everything is right, and what is inside is another secret. */
  async function useless(colleague: Official): Promise<GrantSeeds & { grant: GrantSeeds["seeds"][number]["grant"] }> {
    const granting = { grantor: holder.keys.signing, now: new Date() };
    const recipient = { role: "official" as const, publicKey: colleague.keys.kem.publicKey };
    const grant = await grantUnitSeed(await createUnitEpoch(unitId, 1), recipient, granting);
    return { unitId, officialId: colleague.ctx.actor.officialId, seeds: [{ epoch: 1, grant }], grant };
  }
  async function given(colleague: Official) {
    const { grant, ...input } = await useless(colleague);
    await grantSeeds(holder.ctx, input);
    return grant;
  }
  const recordsOf = async (type: string, { ctx }: Official) =>
    portal.sql`select actor_id, payload from audit_intake where type = ${type}
      and (payload ->> 'memberId' = ${ctx.actor.officialId} or actor_id = ${ctx.actor.officialId}) order by created_at, id`;

  it("counts as none once its receiver has said so, on record, and a colleague gives it anew", async () => {
    const newcomer = await portal.recruit("official");
    const grant = await given(newcomer);
    expect(await stateOf(newcomer)).toMatchObject({ key: "holds", keys: null });

    const report = { unitId, epoch: 1, grant };
    expect(await reportSeed(newcomer.ctx, report)).toEqual({ unitId, isNew: true });
    expect(await stateOf(newcomer)).toMatchObject({ key: "closed", keys: { signingKey: expect.any(String) } });
    const grantorKeyId = toHex(holder.keys.signing.keyId);
    expect([...(await recordsOf("seed.reported", newcomer))]).toEqual([
      { actor_id: newcomer.ctx.actor.officialId, payload: { unitId, epoch: 1, grantorKeyId } },
    ]);
    const before = await portal.imprint();
    expect(await reportSeed(newcomer.ctx, report)).toEqual({ unitId, isNew: false });
    expect(await portal.imprint()).toEqual(before);

    expect(await grantSeeds(holder.ctx, await seedsFor(newcomer))).toMatchObject({ isTaken: true });
    expect(await stateOf(newcomer)).toMatchObject({ key: "holds", keys: null });
    expect((await unitOf(newcomer)).kem.keyId).toEqual((await unitOf(holder)).kem.keyId);
    const counts = (await recordsOf("seed.granted", newcomer)).map(({ payload }) => [payload.seeds, payload.replaced]);
    expect(counts).toEqual([
      [1, 0],
      [1, 1],
    ]);
    // A word about the one before says nothing about this one.
    expect(await reportSeed(newcomer.ctx, report)).toEqual({ unitId, isNew: false });
    expect(await stateOf(newcomer)).toMatchObject({ key: "holds" });
  });

  it("is said of the own one only: by a colleague, from another unit, or with another envelope nothing changes", async () => {
    const [newcomer, other] = [await portal.recruit("official"), await portal.recruit("official")];
    const grant = await given(newcomer);
    const report = { unitId, epoch: 1, grant };
    const [nextDoor, admin] = [await portal.official(2), await portal.admin()];
    const { grant: another } = await useless(newcomer);
    const before = await portal.imprint();
    expect(await reportSeed(other.ctx, report)).toEqual({ unitId, isNew: false });
    expect(await reportSeed(holder.ctx, report)).toEqual({ unitId, isNew: false });
    expect(await reportSeed(newcomer.ctx, { ...report, grant: another })).toEqual({ unitId, isNew: false });
    expect(await reportSeed(newcomer.ctx, { ...report, epoch: 2 })).toEqual({ unitId, isNew: false });
    expect(await portal.imprint()).toEqual(before);
    expect(await refusal(() => reportSeed(nextDoor.ctx, report))).toBe("unit.not-found");
    expect(await refusal(() => reportSeed(admin.ctx, report))).toBe("auth.wrong-role");
    expect(await stateOf(newcomer)).toMatchObject({ key: "holds" });
  });

  it("gives no key to others, makes no new one, and keeps whoever can read from leaving", async () => {
    const next = await openPortal();
    try {
      const [founder, colleague] = [await next.official(0), await next.official(1)];
      const [unit] = founder.ctx.actor.unitIds;
      if (!unit) throw new Error("the founder has a unit");
      const { input: proposal } = await makeProposal(next, colleague);
      const [lying] = (await listUnits(colleague.ctx)).units.flatMap(({ seeds }) => seeds);
      if (!lying) throw new Error("the colleague has the key");
      const admin = await next.admin();
      const leave = () => removeMember(admin.ctx, { unitId: unit, officialId: founder.ctx.actor.officialId });
      const refusedNext = refusalIn(next);

      await reportSeed(colleague.ctx, { unitId: unit, epoch: 1, grant: decodeBase64(lying.grant) });
      expect(await refusedNext(leave)).toBe("member.last-holder");
      // Of the founder's somebody with a cookie may have said so: while nobody can open the key, both copies stay.
      const own = (await listUnits(founder.ctx)).units.flatMap(({ seeds }) => seeds);
      for (const { epoch, grant } of own)
        await reportSeed(founder.ctx, { unitId: unit, epoch, grant: decodeBase64(grant) });
      expect(await refusedNext(leave)).toBe("member.last-holder");
      const other = { unitId: unit, officialId: colleague.ctx.actor.officialId };
      expect(await refusedNext(() => removeMember(admin.ctx, other))).toBe("member.last-holder");
      expect(await refusedNext(() => proposeKey(colleague.ctx, proposal))).toBe("unit-key.not-held");
      const recruit = await next.recruit("official");
      const granting = { grantor: colleague.keys.signing, now: new Date() };
      const recipient = { role: "official" as const, publicKey: recruit.keys.kem.publicKey };
      const grant = await grantUnitSeed(await createUnitEpoch(unit, 1), recipient, granting);
      const passOn = { unitId: unit, officialId: recruit.ctx.actor.officialId, seeds: [{ epoch: 1, grant }] };
      expect(await refusedNext(() => grantSeeds(colleague.ctx, passOn))).toBe("unit-key.not-held");
    } finally {
      await next.close();
    }
  });
});

import { createUnitEpoch, grantUnitSeed, openUnitSeed, toHex } from "@dvd/crypto";
import type { UnitId } from "@dvd/domain/ids";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listUnits } from "../accounts/list-units.ts";
import { type Official, openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { decodeBase64 } from "../wire.ts";
import type { GrantSeeds } from "./grant-seeds.contract.ts";
import { grantSeeds } from "./grant-seeds.ts";
import { listColleagues } from "./list-colleagues.ts";

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
      payload: { unitId, memberId: officialId, keyId: toHex(newcomer.keys.kem.keyId), seeds: 1 },
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

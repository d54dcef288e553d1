import { createUnitEpoch, grantUnitSeed, importSigningKey, toHex } from "@dvd/crypto";
import type { UnitId } from "@dvd/domain/ids";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listUnits } from "../accounts/list-units.ts";
import { claimCase } from "../cases/claim-case.ts";
import { getCase } from "../cases/get-case.ts";
import { comparedForLists } from "../founding/compared-for-lists.ts";
import { publishMembers } from "../founding/publish-members.ts";
import { publishRules } from "../founding/publish-rules.ts";
import { grantSeeds } from "../members/grant-seeds.ts";
import { putMember } from "../members/put-member.ts";
import { removeMember } from "../members/remove-member.ts";
import { digitsOf, giveKey } from "../testing/appoint.ts";
import { type Official, openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { digitsFor, epochsOf, keyOffice, makeProposal, propose } from "../testing/rotating.ts";
import { sendCase } from "../testing/sealing.ts";
import { placeOf } from "../testing/towns.ts";
import { createUnit } from "../units/create-unit.ts";
import { listStates } from "./list-states.ts";
import type { ProposeKey } from "./propose-key.contract.ts";
import { proposeKey } from "./propose-key.ts";
import { withdrawKey } from "./withdraw-key.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const refused = refusalIn(portal);
const town = () => {
  const [here] = portal.authorities;
  if (!here) throw new Error("the portal has a town");
  return here;
};
const idOf = ({ ctx }: Pick<Official, "ctx">) => ctx.actor.officialId;

let admin: Omit<Official, "keys">;
beforeAll(async () => {
  admin = await portal.admin();
});
let unitId: UnitId;
/** Makes the first key. */
let founder: Official;
let colleague: Official;
const stateFor = async ({ ctx }: Official) => (await listStates(ctx)).units.find((one) => one.unitId === unitId);
const join = (person: Official, role: "lead" | "official") =>
  putMember(admin.ctx, { unitId, officialId: idOf(person), role });

beforeEach(async () => {
  ({ unitId } = await createUnit(admin.ctx, { name: `Office ${crypto.randomUUID()}` }));
  [founder, colleague] = [await portal.official(2), await portal.official(1)];
  await join(founder, "lead");
  await join(colleague, "official");
  // Units are read with the login.
  [founder, colleague] = [await portal.official(2), await portal.official(1)];
});

describe("the first key of a unit", () => {
  it("is made by a member for themselves, signed by the key office, and then a case is sent, taken and read", async () => {
    expect(await stateFor(founder)).toMatchObject({ epoch: null, proposal: null, unsealed: 0 });
    const made = await propose(portal, founder, unitId);
    const digits = await digitsFor(portal, founder, unitId);
    const [signed] = await keyOffice(portal, digits, await digitsOf(founder));
    expect(signed).toMatchObject({ epoch: 1, isSigned: true, proposerDigits: await digitsOf(founder) });
    expect(signed?.people).toEqual([
      { postSign: expect.any(String), digits: await digitsOf(founder), standing: "stays" },
    ]);
    // Signed and not yet in the log: nothing waits, nothing breaks.
    expect(await stateFor(founder)).toMatchObject({ epoch: 1, proposal: null, unsealed: 0 });
    const seeds = async () => (await listUnits(founder.ctx)).units.find((one) => one.unitId === unitId)?.seeds.length;
    expect(await seeds()).toBe(0);
    await portal.growLog();
    expect(await seeds()).toBe(1);

    const directory = await portal.directory(town().tenantId);
    expect(directory.unitKey(unitId)).toMatchObject({ epoch: 1, keyId: made.kem.keyId });
    expect([...directory.signers(unitId).values()].map(({ account, role }) => [account, role])).toEqual([
      [idOf(founder), "lead"],
    ]);
    expect((await epochsOf(portal, founder, unitId)).map(({ epoch }) => epoch)).toEqual([1]);
    const range = [{ from: "10000", to: "19999" }];
    await publishRules({ ...portal.deps, db: portal.owner }, town().tenantId, [
      { id: "new", unitId, services: [placeOf.here.serviceKey], postalCodes: range, reason: "test" },
    ]);
    const { caseId } = await sendCase(portal, await portal.citizen());
    const { summary } = await getCase(founder.ctx, { caseId });
    expect(summary.unitId).toBe(unitId);
    expect(await outcome(claimCase(founder.ctx, { caseId, version: summary.version }))).toBe("accepted");
  });

  it("waits for both: the digits of the key, and those of whoever made it", async () => {
    await propose(portal, founder, unitId);
    const [ofKey, ofPerson] = [await digitsFor(portal, founder, unitId), await digitsOf(founder)];
    const before = await portal.imprint();
    for (const told of [[], [ofKey], [ofPerson], [ofKey, await digitsOf(colleague)]])
      expect((await keyOffice(portal, ...told)).find(({ digits }) => digits === ofKey)).toMatchObject({
        isSigned: false,
        proposerDigits: ofPerson,
        hasColleagues: false,
      });
    expect(await portal.imprint()).toEqual(before);
  });

  it("takes its maker into no other list: that needs their digits in a run of their own", async () => {
    // In the other unit they have the key, and nobody has signed for them yet.
    const maker = await portal.recruit("official");
    await giveKey(portal, maker);
    await join(maker, "lead");
    // Units are read with the login.
    const again = {
      ...maker,
      ctx: { ...maker.ctx, actor: { ...maker.ctx.actor, unitIds: [...maker.ctx.actor.unitIds, unitId] } },
    };
    await propose(portal, again, unitId);
    const [ofKey, ofPerson] = [await digitsFor(portal, again, unitId), await digitsOf(again)];
    const deps = { ...portal.deps, db: portal.owner };
    const operationalKey = await importSigningKey(town().operationalKey);
    const run = async (...told: string[]) => {
      const keys = await keyOffice(portal, ...told);
      const compared = comparedForLists(keys, new Set(told));
      const newcomers = await publishMembers(deps, town().tenantId, operationalKey, compared);
      const own = newcomers.filter(({ digits }) => digits === ofPerson);
      return [keys.find(({ digits }) => digits === ofKey)?.isSigned, own.map(({ unit, isTaken }) => [unit, isTaken])];
    };
    expect(await run(ofKey, ofPerson)).toEqual([true, [["Front office", false]]]);
    expect(await run(ofPerson)).toEqual([undefined, [["Front office", true]]]);
    await portal.growLog();
  });

  it("shows the key office other digits than the screen when the database names another key, or another person's", async () => {
    await propose(portal, founder, unitId);
    const told = [await digitsFor(portal, founder, unitId), await digitsOf(founder)];
    const thief = await createUnitEpoch(unitId, 1);
    await portal.sql`update unit_key_proposals set public_key = ${Buffer.from(thief.kem.publicKey)} where unit_id = ${unitId}`;
    expect((await keyOffice(portal, ...told)).map(({ isSigned }) => isSigned)).not.toContain(true);
    await withdrawKey(founder.ctx, { unitId });

    await propose(portal, founder, unitId);
    const again = [await digitsFor(portal, founder, unitId), await digitsOf(founder)];
    await portal.sql`update unit_key_proposals set proposed_by = ${idOf(colleague)} where unit_id = ${unitId}`;
    expect((await keyOffice(portal, ...again)).map(({ isSigned }) => isSigned)).not.toContain(true);
    await portal.sql`update unit_key_proposals set proposed_by = ${idOf(founder)} where unit_id = ${unitId}`;
    await withdrawKey(founder.ctx, { unitId });
  });

  it("is sealed for its proposer alone; the others get it from them when two people have compared", async () => {
    const made = await propose(portal, founder, unitId);
    expect((await stateFor(colleague))?.proposal).toMatchObject({ postSign: "official-2", grant: null, links: [] });
    await keyOffice(portal, await digitsFor(portal, founder, unitId), await digitsOf(founder));
    await portal.growLog();
    const recipient = { role: "official" as const, publicKey: colleague.keys.kem.publicKey };
    const grant = await grantUnitSeed(made, recipient, { grantor: founder.keys.signing, now: new Date() });
    const given = { unitId, officialId: idOf(colleague), seeds: [{ epoch: 1, grant }] };
    expect(await outcome(grantSeeds(founder.ctx, given))).toBe("accepted");
    const deps = { ...portal.deps, db: portal.owner };
    const compared = new Set([await digitsOf(colleague)]);
    await publishMembers(deps, town().tenantId, await importSigningKey(town().operationalKey), compared);
    await portal.growLog();
    expect((await epochsOf(portal, colleague, unitId)).map(({ epoch }) => epoch)).toEqual([1]);
    expect((await portal.directory(town().tenantId)).signers(unitId).has(toHex(colleague.keys.signing.keyId))).toBe(
      true,
    );
  });

  it("is refused as another than the first, with links, for somebody else too, or from outside", async () => {
    const { input: good, next } = await makeProposal(portal, founder, unitId);
    const granting = { grantor: founder.keys.signing, now: new Date() };
    const [own] = good.grants;
    if (!own) throw new Error("sealed for the founder");
    const forOther = await grantUnitSeed(next, { role: "official", publicKey: colleague.keys.kem.publicKey }, granting);
    const other = { officialId: idOf(colleague), grant: forOther };
    const tries: [ProposeKey, string][] = [
      [{ ...good, epoch: 2 }, "unit-key.changed"],
      [{ ...good, links: [{ epoch: 1, grant: own.grant }] }, "keys.grant-invalid"],
      [{ ...good, grants: [own, other] }, "keys.not-the-receiver"],
      [{ ...good, grants: [other] }, "keys.grant-missing"],
      [{ ...good, grants: [{ ...own, grant: forOther }] }, "keys.not-the-receiver"],
    ];
    for (const [input, code] of tries) expect(await refused(() => proposeKey(founder.ctx, input))).toBe(code);
    for (const [who, code] of [
      [await portal.official(0), "unit.not-found"],
      [await portal.official(3), "unit.not-found"],
      [admin, "auth.wrong-role"],
    ] as const)
      expect(await refused(() => proposeKey(who.ctx, good))).toBe(code);
    const old = { ...founder.ctx, now: () => new Date(Date.now() + 6 * 60_000) };
    expect(await refused(() => proposeKey(old, good))).toBe("auth.login-too-old");
    expect(await outcome(proposeKey(founder.ctx, good))).toBe("accepted");
    expect(await refused(() => withdrawKey(colleague.ctx, { unitId }))).toBe("member.not-signed");
    expect(await outcome(withdrawKey(founder.ctx, { unitId }))).toBe("accepted");
  });

  it("falls when its proposer leaves before it is signed, and another member makes it", async () => {
    await propose(portal, founder, unitId);
    const { input } = await makeProposal(portal, colleague, unitId);
    expect(await refused(() => proposeKey(colleague.ctx, input))).toBe("unit-key.proposed");
    await removeMember(admin.ctx, { unitId, officialId: idOf(founder) });
    expect((await stateFor(colleague))?.proposal).toBeNull();
    expect(await outcome(proposeKey(colleague.ctx, input))).toBe("accepted");
  });

  it("comes once: a unit that has a key gets its next one from who holds it", async () => {
    await propose(portal, founder, unitId);
    await keyOffice(portal, await digitsFor(portal, founder, unitId), await digitsOf(founder));
    const { input } = await makeProposal(portal, colleague, unitId);
    expect(await refused(() => proposeKey(colleague.ctx, { ...input, epoch: 1 }))).toBe("member.not-signed");
  });
});

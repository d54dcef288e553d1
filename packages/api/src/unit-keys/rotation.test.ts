import {
  CryptoError,
  caseKeyObject,
  createUnitEpoch,
  grantUnitSeed,
  openGrant,
  openUnitSeed,
  sealBackLink,
  toHex,
  type UnitEpoch,
} from "@dvd/crypto";
import { findProposal, promoteProposal } from "@dvd/db/repositories/unit-keys";
import { withTenant } from "@dvd/db/tenant";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { listUnits } from "../accounts/list-units.ts";
import { getCase } from "../cases/get-case.ts";
import { openDraft } from "../cases/open-draft.ts";
import { submitCase } from "../cases/submit-case.ts";
import { grantSeeds } from "../members/grant-seeds.ts";
import { putMember } from "../members/put-member.ts";
import { removeMember } from "../members/remove-member.ts";
import { shortDigits } from "../founding/describe-list.ts";
import { digitsOf } from "../testing/appoint.ts";
import { type Citizen, type Official, openPortal, type Portal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import {
  digitsFor,
  epochsOf,
  keyOffice,
  keyOfficeSays,
  makeProposal,
  propose,
  rotate,
  takeInAll,
  unitOf,
} from "../testing/rotating.ts";
import { fillCase, forged, prepareDraft, sendCase } from "../testing/sealing.ts";
import { decodeBase64 } from "../wire.ts";
import { listStates } from "./list-states.ts";
import type { ProposeKey } from "./propose-key.contract.ts";
import { proposeKey } from "./propose-key.ts";
import { withdrawKey } from "./withdraw-key.ts";

/** The founder has sealed the first key for everybody in the unit, and is who leaves. */
let portal: Portal;
let [founder, colleague] = [] as unknown as [Official, Official];
beforeEach(async () => {
  await portal?.close();
  portal = await openPortal();
  [founder, colleague] = [await portal.official(0), await portal.official(1)];
});
afterAll(() => portal.close());

const idOf = ({ ctx }: Pick<Official, "ctx">) => ctx.actor.officialId;
const stateFor = async ({ ctx }: Official) => (await listStates(ctx)).units[0];

async function leave(leaver: Official) {
  const admin = await portal.admin();
  await removeMember(admin.ctx, { unitId: unitOf(leaver), officialId: idOf(leaver) });
}

const refused = (call: () => Promise<unknown>) => refusalIn(portal)(call);

const cryptoOutcome = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "accepted",
    (error: unknown) => {
      if (!(error instanceof CryptoError)) throw error;
      return error.code;
    },
  );

/** The key of a case as one epoch of its unit opens it, or the code of the refusal. */
async function openedWith({ kem }: UnitEpoch, by: Official, sent: Sent) {
  const { grants, scopeId, generation } = await getCase(by.ctx, { caseId: sent.caseId });
  const expected = await caseKeyObject(decodeBase64(scopeId), generation);
  const codes = grants.map(({ envelope }) =>
    cryptoOutcome(
      openGrant({ env: decodeBase64(envelope), recipient: kem, expect: expected, grantors: () => sent.by }),
    ),
  );
  return (await Promise.all(codes)).find((code) => code === "accepted") ?? "closed";
}

/** Keeps the unit until `release`. A turn waits behind it, as the n-th. */
async function holdBack(unitId: string) {
  const free = Promise.withResolvers<undefined>();
  const held = Promise.withResolvers<undefined>();
  const holding = portal.sql.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(7236005, hashtext(${unitId}))`;
    held.resolve(undefined);
    await free.promise;
  });
  await held.promise;
  const countWaiting = async () => {
    const rows = await portal.sql`select 1 from pg_locks where locktype = 'advisory' and not granted
      and database = (select oid from pg_database where datname = current_database())`;
    return rows.length;
  };
  const waitFor = (count: number) =>
    expect.poll(countWaiting, { interval: 20, timeout: 20_000 }).toBeGreaterThanOrEqual(count);
  const turns = <T>(count: number, act: () => Promise<T>) => ({ done: act(), waiting: waitFor(count) });
  const release = async () => {
    free.resolve(undefined);
    await holding;
  };
  return { turns, release };
}

type Sent = Awaited<ReturnType<typeof send>>;
async function send() {
  const citizen = await portal.citizen();
  return { ...(await sendCase(portal, citizen)), by: citizen.keys.signing.spki };
}

const fill = async (citizen: Citizen) => (await fillCase(portal, citizen)).input;

describe("a new key of a unit", () => {
  it("is proposed by a member, signed by the key office, and opens what comes then for those who stay", async () => {
    const [old] = await epochsOf(portal, colleague);
    const [left] = await epochsOf(portal, founder);
    if (!old || !left) throw new Error("both hold the first key");
    const before = await send();
    await leave(founder);

    const made = await propose(portal, colleague);
    const unitId = unitOf(colleague);
    expect(await stateFor(colleague)).toMatchObject({ proposal: { epoch: 2, postSign: "official-1" } });
    const digits = await digitsFor(portal, colleague);
    const key = { unit: "Front office", postSign: "official-1", epoch: 2, digits, proposerDigits: null };
    const [goes, stays] = [await digitsOf(founder), await digitsOf(colleague)];
    const people = [
      { postSign: "official-0", digits: goes, standing: "leaves" },
      { postSign: "official-1", digits: stays, standing: "stays" },
    ];
    const seen = { ...key, hasColleagues: false, people: expect.arrayContaining(people), isSigned: false };
    // On no word of the database: neither unsaid, nor about somebody else, nor about one more.
    for (const named of [[], [stays], [goes, stays], ["12345 67890"]])
      expect(await keyOfficeSays(portal, { compared: [digits], left: named.map(shortDigits) })).toEqual([seen]);
    expect(await keyOffice(portal)).toEqual([seen]);
    expect(await keyOffice(portal, digits)).toEqual([{ ...seen, isSigned: true }]);
    await portal.growLog();

    const directory = await portal.directory(colleague.ctx.actor.tenantId);
    expect(directory.unitKey(unitId)).toMatchObject({ epoch: 2, keyId: made.kem.keyId });
    const after = await send();
    const [present, first] = await epochsOf(portal, colleague);
    if (!present || !first) throw new Error("the colleague opens both keys");
    expect([present.epoch, first.epoch]).toEqual([2, 1]);
    expect(first.kem.keyId).toEqual(old.kem.keyId);
    expect(await openedWith(present, colleague, after)).toBe("accepted");
    expect(await openedWith(first, colleague, before)).toBe("accepted");

    // The founder keeps what they had, and it opens nothing that came after them.
    expect(await openedWith(left, colleague, after)).toBe("closed");
    expect((await listUnits((await portal.official(0)).ctx)).units).toEqual([]);
    const links = await portal.sql<{ envelope: Buffer }[]>`select envelope from unit_back_links`;
    const seeds = await portal.sql<
      { envelope: Buffer }[]
    >`select envelope from unit_seed_grants where unit_id = ${unitId}`;
    for (const { envelope } of [...links, ...seeds])
      for (const recipient of [left.kem, founder.keys.kem])
        expect(
          await cryptoOutcome(
            openUnitSeed({
              env: new Uint8Array(envelope),
              unitId,
              epoch: 2,
              recipient,
              grantors: () => colleague.keys.signing.spki,
            }),
          ),
        ).toBe("E_CONTEXT");
  });

  it("leaves the leaver believed as the author of what they wrote, and nobody takes a key from them", async () => {
    await leave(founder);
    expect((await stateFor(colleague))?.formers).toEqual(["official-0"]);
    const at = Date.now();
    await rotate(portal, colleague);
    const directory = await portal.directory(colleague.ctx.actor.tenantId);
    const keyId = toHex(founder.keys.signing.keyId);
    expect(directory.signers(unitOf(colleague)).has(keyId)).toBe(false);
    const until = directory.authors(unitOf(colleague)).get(keyId)?.until?.getTime() ?? 0;
    expect(until).toBeGreaterThanOrEqual(at);
    expect((await stateFor(colleague))?.formers).toEqual([]);
  });

  it("is read back to the first one also when everybody who made an earlier one has left", async () => {
    const third = await portal.recruit("official");
    const recipient = { role: "official" as const, publicKey: third.keys.kem.publicKey };
    const [first] = await epochsOf(portal, founder);
    if (!first) throw new Error("the founder holds the first key");
    const grant = await grantUnitSeed(first, recipient, { grantor: founder.keys.signing, now: new Date() });
    await grantSeeds(founder.ctx, { unitId: unitOf(third), officialId: idOf(third), seeds: [{ epoch: 1, grant }] });
    await takeInAll(portal);
    const before = await send();

    await leave(founder);
    await rotate(portal, colleague);
    await leave(colleague);
    await rotate(portal, third);
    const epochs = await epochsOf(portal, third);
    expect(epochs.map(({ epoch }) => epoch)).toEqual([3, 2, 1]);
    const [, , oldest] = epochs;
    if (!oldest) throw new Error("the oldest key opens");
    expect(await openedWith(oldest, third, before)).toBe("accepted");
  });

  it("is the only one that a new case is taken for, from the moment when readers are shown it", async () => {
    const citizen = await portal.citizen();
    const { input: stale } = await prepareDraft(portal, citizen);
    await propose(portal, colleague);
    await keyOffice(portal, await digitsFor(portal, colleague));
    // Signed, and not yet in the log: no browser is shown it, so the present one still counts.
    const { input: meanwhile } = await prepareDraft(portal, citizen);
    expect(await outcome(openDraft(citizen.ctx, meanwhile))).toBe("accepted");
    await portal.growLog();
    expect(await refused(() => openDraft(citizen.ctx, stale))).toBe("keys.not-the-receiver");
    // The same case, sealed again with what is shown now: nothing of it is lost.
    const { input: again } = await prepareDraft(portal, citizen, undefined, stale.caseId);
    expect(await outcome(openDraft(citizen.ctx, again))).toBe("accepted");
  });

  it("is the only one that a draft is submitted for, also when the draft began before it", async () => {
    const citizen = await portal.citizen();
    const [draft, meanwhile, sent] = [await fill(citizen), await fill(citizen), await fill(citizen)];
    const receipt = await submitCase(citizen.ctx, sent);

    await propose(portal, colleague);
    await keyOffice(portal, await digitsFor(portal, colleague));
    // Signed, and not yet in the log: no browser is shown it, so the present one still counts.
    expect(await outcome(submitCase(citizen.ctx, meanwhile))).toBe("accepted");
    await portal.growLog();
    expect(await refused(() => submitCase(citizen.ctx, draft))).toBe("keys.not-the-receiver");
    expect(await submitCase(citizen.ctx, sent), "what has arrived stays proven").toEqual(receipt);
    // The same things in a case that begins now.
    expect(await outcome(submitCase(citizen.ctx, await fill(citizen)))).toBe("accepted");
  });
});

describe("a proposed key", () => {
  it("is recorded, and everybody of the unit who is in the signed list has it", async () => {
    const made = await propose(portal, colleague);
    const [record] = await portal.sql`select actor_id, payload from audit_intake where type = 'key.proposed'`;
    const unitId = unitOf(colleague);
    expect(record).toEqual({
      actor_id: idOf(colleague),
      payload: { unitId, epoch: 2, keyId: toHex(made.kem.keyId), seeds: 2 },
    });
    expect(await digitsFor(portal, founder)).toBe(await digitsFor(portal, colleague));
    expect((await listUnits(founder.ctx)).units[0]?.seeds.map(({ epoch }) => epoch)).toEqual([1]);
  });

  it("shows other digits to the key office than on the screens when the database was changed", async () => {
    await propose(portal, colleague);
    const thief = await createUnitEpoch(unitOf(colleague), 2);
    await portal.sql`update unit_key_proposals set public_key = ${Buffer.from(thief.kem.publicKey)}`;
    const digits = await digitsFor(portal, colleague);
    const before = await portal.imprint();
    const [seen] = await keyOffice(portal, digits);
    expect(seen?.isSigned).toBe(false);
    expect(seen?.digits).not.toBe(digits);
    expect(await portal.imprint()).toEqual(before);
  });

  it("is signed as it lies there at that moment: one that was put in its place meanwhile is another one", async () => {
    await propose(portal, colleague);
    const digits = await digitsFor(portal, colleague);
    const unitId = unitOf(colleague);
    const { input: other } = await makeProposal(portal, founder);
    // All three wait for the unit, in this order: whatever the key office has read until now is out of date then.
    const { turns, release } = await holdBack(unitId);
    const withdrawn = turns(1, () => withdrawKey(founder.ctx, { unitId }));
    await withdrawn.waiting;
    const proposed = turns(2, () => proposeKey(founder.ctx, other));
    await proposed.waiting;
    const office = turns(3, () => keyOffice(portal, digits));
    await office.waiting;
    await release();
    await Promise.all([withdrawn.done, proposed.done]);

    expect((await office.done).map(({ isSigned, postSign }) => [isSigned, postSign])).toEqual([[false, "official-0"]]);
    const now = await digitsFor(portal, founder);
    expect(now).not.toBe(digits);
    expect((await keyOffice(portal, now))[0]?.isSigned).toBe(true);
    await portal.growLog();
    expect((await epochsOf(portal, colleague)).map(({ epoch }) => epoch)).toEqual([2, 1]);
  });

  it("is signed with what was sealed for it when its digits were made: the same key with anything else has other digits", async () => {
    const { input: good, next } = await makeProposal(portal, colleague);
    const { unitId } = good;
    await proposeKey(colleague.ctx, good);
    const digits = await digitsFor(portal, founder);

    const granting = { grantor: colleague.keys.signing, now: new Date() };
    // In form everything is right; what is inside opens nothing.
    const [useless, uselessFirst] = [await createUnitEpoch(unitId, 2), await createUnitEpoch(unitId, 1)];
    const recipient = { role: "official" as const, publicKey: founder.keys.kem.publicKey };
    const forFounder = await grantUnitSeed(useless, recipient, granting);
    const exchanged = good.grants.map((one) =>
      one.officialId === idOf(founder) ? { ...one, grant: forFounder } : one,
    );
    const links = [{ epoch: 1, grant: await sealBackLink(uselessFirst, next, granting) }];
    for (const change of [{ grants: exchanged }, { links }]) {
      await withdrawKey(colleague.ctx, { unitId });
      await proposeKey(colleague.ctx, { ...good, ...change });
      const before = await portal.imprint();
      const [seen] = await keyOffice(portal, digits);
      expect([Object.keys(change), seen?.isSigned]).toEqual([Object.keys(change), false]);
      expect(seen?.digits).not.toBe(digits);
      expect(await portal.imprint()).toEqual(before);
    }

    await withdrawKey(colleague.ctx, { unitId });
    await proposeKey(colleague.ctx, good);
    expect(await keyOffice(portal, digits)).toMatchObject([{ isSigned: true }]);
  });

  it("is promoted only as the one that was read, and nothing moves otherwise", async () => {
    await propose(portal, colleague);
    const { tenantId } = colleague.ctx.actor;
    const thief = await createUnitEpoch(unitOf(colleague), 2);
    const before = await portal.imprint();
    const promoted = withTenant(portal.owner, { tenantId }, async (tx) => {
      const proposal = await findProposal(tx, tenantId, unitOf(colleague));
      if (!proposal) throw new Error("one is proposed");
      await promoteProposal(tx, tenantId, { ...proposal, publicKey: thief.kem.publicKey });
    });
    await expect(promoted).rejects.toThrow("this is not the key that is proposed");
    expect(await portal.imprint()).toEqual(before);
  });

  it("is said by somebody else than its proposer wherever somebody else has it", async () => {
    await propose(portal, colleague);
    expect(await keyOffice(portal)).toMatchObject([{ postSign: "official-1", hasColleagues: true }]);
    await leave(founder);
    await propose(portal, colleague);
    expect(await keyOffice(portal)).toMatchObject([{ postSign: "official-1", hasColleagues: false }]);
  });

  it("takes from no member what was sealed for them of the keys before", async () => {
    await rotate(portal, colleague);
    for (const one of [founder, colleague])
      expect((await listUnits(one.ctx)).units[0]?.seeds.map(({ epoch }) => epoch)).toEqual([1, 2]);
    // Also without the link, should whoever has made it be a liar.
    await portal.sql`delete from unit_back_links`;
    expect((await epochsOf(portal, founder)).map(({ epoch }) => epoch)).toEqual([2, 1]);
    // Who comes later has the newest one, which is enough; then an older member may go.
    const recruit = await portal.recruit("official");
    const [present] = await epochsOf(portal, colleague);
    if (!present) throw new Error("the colleague holds the key");
    const recipient = { role: "official" as const, publicKey: recruit.keys.kem.publicKey };
    const grant = await grantUnitSeed(present, recipient, { grantor: colleague.keys.signing, now: new Date() });
    const seeds = [{ epoch: 2, grant }];
    await grantSeeds(colleague.ctx, { unitId: unitOf(colleague), officialId: idOf(recruit), seeds });
    await leave(founder);
    await leave(colleague);
    const left = await portal.sql`select epoch from unit_seed_grants where unit_id = ${unitOf(colleague)}`;
    expect([...left]).toEqual([{ epoch: 2 }]);
  });

  it("is refused unless it is the next one, whole, for exactly the members, and made by who proposes it", async () => {
    const { input: good, next } = await makeProposal(portal, colleague);
    const granting = { grantor: colleague.keys.signing, now: new Date() };
    const [mine, theirs] = good.grants;
    const [link] = good.links;
    if (!mine || !theirs || !link) throw new Error("sealed for two, with a link");
    const recruit = await portal.recruit("official");
    const forRecruit = await grantUnitSeed(next, { role: "official", publicKey: recruit.keys.kem.publicKey }, granting);
    const other = await createUnitEpoch(good.unitId, 3);
    const byFounder = await grantUnitSeed(
      next,
      { role: "official", publicKey: colleague.keys.kem.publicKey },
      { grantor: founder.keys.signing, now: new Date() },
    );
    const [first] = await epochsOf(portal, colleague);
    if (!first) throw new Error("the colleague holds the first key");
    const tries: [Partial<ProposeKey>, string][] = [
      [{ epoch: 3 }, "unit-key.changed"],
      [{ grants: [mine] }, "keys.grant-missing"],
      [{ grants: [...good.grants, { officialId: idOf(recruit), grant: forRecruit }] }, "keys.not-the-receiver"],
      [{ grants: [{ ...mine, grant: theirs.grant }, theirs] }, "keys.not-the-receiver"],
      [{ grants: [{ ...mine, grant: forged(mine.grant) }, theirs] }, "keys.grant-invalid"],
      [
        { grants: good.grants.map((one) => (one.officialId === idOf(colleague) ? { ...one, grant: byFounder } : one)) },
        "keys.grant-invalid",
      ],
      [{ publicKey: other.kem.publicKey }, "keys.not-the-receiver"],
      [{ publicKey: new Uint8Array(1665) }, "keys.not-the-receiver"],
      [{ links: [{ epoch: 1, grant: await sealBackLink(first, other, granting) }] }, "keys.not-the-receiver"],
      [{ links: [{ epoch: 1, grant: mine.grant }] }, "keys.grant-invalid"],
      [{ links: [link, link] }, "keys.grant-invalid"],
      [{ links: [{ ...link, epoch: 9 }] }, "keys.grant-missing"],
    ];
    for (const [change, code] of tries)
      expect([Object.keys(change), await refused(() => proposeKey(colleague.ctx, { ...good, ...change }))]).toEqual([
        Object.keys(change),
        code,
      ]);
    expect(await outcome(proposeKey(colleague.ctx, good))).toBe("accepted");
    expect(await refused(() => proposeKey(colleague.ctx, good))).toBe("unit-key.proposed");
  });

  it("comes from nobody outside the unit, without the key, unsigned, or with an old login", async () => {
    const { input } = await makeProposal(portal, colleague);
    const recruit = await portal.recruit("official");
    const old = { ...colleague.ctx, now: () => new Date(Date.now() + 6 * 60_000) };
    expect(await refused(() => proposeKey(old, input))).toBe("auth.login-too-old");
    expect(await refused(() => proposeKey(recruit.ctx, input))).toBe("member.not-signed");
    for (const [who, code] of [
      [await portal.official(2), "unit.not-found"],
      [await portal.official(3), "unit.not-found"],
      [await portal.admin(), "auth.wrong-role"],
    ] as const) {
      expect(await refused(() => proposeKey(who.ctx, input))).toBe(code);
      expect(await refused(() => withdrawKey(who.ctx, { unitId: input.unitId }))).toBe(code);
    }
    await portal.sql`delete from unit_seed_grants where official_id = ${idOf(colleague)}`;
    expect(await refused(() => proposeKey(colleague.ctx, input))).toBe("unit-key.not-held");
  });

  it("is taken back by a member, on record, and nothing of it is left", async () => {
    const { unitId } = (await makeProposal(portal, colleague)).input;
    expect(await refused(() => withdrawKey(founder.ctx, { unitId }))).toBe("unit-key.not-proposed");
    await propose(portal, colleague);
    const recruit = await portal.recruit("official");
    expect(await refused(() => withdrawKey(recruit.ctx, { unitId }))).toBe("member.not-signed");
    await withdrawKey(founder.ctx, { unitId });
    const [left] = await portal.sql`select
      (select count(*)::int from unit_key_proposals) as proposals,
      (select count(*)::int from unit_key_proposal_grants) as grants, (select count(*)::int from unit_back_links) as links`;
    expect(left).toEqual({ proposals: 0, grants: 0, links: 0 });
    const records = await portal.sql`select payload from audit_intake where type = 'key.withdrawn'`;
    expect([...records]).toEqual([{ payload: { unitId, epoch: 2 } }]);
    expect(await outcome(propose(portal, colleague))).toBe("accepted");
  });

  it("falls when somebody leaves for whom it was sealed, and keeps nobody else from coming than with a key", async () => {
    const unitId = unitOf(colleague);
    await propose(portal, colleague);
    const recruit = await portal.recruit("official");
    const recipient = { role: "official" as const, publicKey: recruit.keys.kem.publicKey };
    const [first] = await epochsOf(portal, colleague);
    if (!first) throw new Error("the colleague holds the first key");
    const grant = await grantUnitSeed(first, recipient, { grantor: colleague.keys.signing, now: new Date() });
    const passOn = () => grantSeeds(colleague.ctx, { unitId, officialId: idOf(recruit), seeds: [{ epoch: 1, grant }] });
    expect(await refused(passOn)).toBe("unit-key.proposed");
    await leave(founder);
    expect((await stateFor(colleague))?.proposal).toBeNull();
    expect(await outcome(passOn())).toBe("accepted");
  });

  it("brings somebody who comes back into the list again, and not a second time", async () => {
    await leave(founder);
    await rotate(portal, colleague);
    const admin = await portal.admin();
    await putMember(admin.ctx, { unitId: unitOf(colleague), officialId: idOf(founder), role: "lead" });
    const back = await portal.official(0);
    const [present] = await epochsOf(portal, colleague);
    if (!present) throw new Error("the colleague holds the key");
    const recipient = { role: "official" as const, publicKey: back.keys.kem.publicKey };
    const grant = await grantUnitSeed(present, recipient, { grantor: colleague.keys.signing, now: new Date() });
    await grantSeeds(colleague.ctx, {
      unitId: unitOf(colleague),
      officialId: idOf(back),
      seeds: [{ epoch: 2, grant }],
    });
    await takeInAll(portal);
    const directory = await portal.directory(back.ctx.actor.tenantId);
    expect(directory.signers(unitOf(colleague)).size).toBe(2);
    expect(directory.authors(unitOf(colleague)).size).toBe(2);
  });
});

import { caseKeyObject, type Mandate, openGrant, toHex, verifyMandate } from "@dvd/crypto";
import { sweepDeputyships } from "@dvd/db/repositories/deputyships";
import { daysAfter, germanDay } from "@dvd/domain/case/due-date";
import type { DeputyshipId } from "@dvd/domain/ids";
import { spanOf } from "@dvd/domain/tenant/deputyship";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { claimCase } from "../cases/claim-case.ts";
import { getCase } from "../cases/get-case.ts";
import { listInbox } from "../cases/list-cases.ts";
import { officialCtx } from "../context.ts";
import { removeMember } from "../members/remove-member.ts";
import { listMessages } from "../messages/list-messages.ts";
import { sendMessage } from "../messages/send-message.ts";
import { resealCase } from "../unit-keys/reseal-case.ts";
import { declareRecusal } from "../recusals/declare-recusal.ts";
import { findViewer } from "../sessions/find-viewer.ts";
import { handingOver } from "../testing/entrusting.ts";
import { type Official, openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { auditOf } from "../testing/rows.ts";
import { anId, grantCaseKey, sendCase, writeMessage } from "../testing/sealing.ts";
import { decodeBase64 } from "../wire.ts";
import { endDeputyship } from "./end-deputyship.ts";
import { entrustCase } from "./entrust-case.ts";
import { listCandidates } from "./list-candidates.ts";
import { listUnentrusted } from "./list-unentrusted.ts";
import { nameDeputy } from "./name-deputy.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
/** The first two are of one unit, the third of another one of the same authority, the fourth of another authority. */
const [absent, colleague, deputy, stranger] = [
  await portal.official(0),
  await portal.official(1),
  await portal.official(2),
  await portal.official(3),
];
const idOf = ({ ctx }: Pick<Official, "ctx">) => ctx.actor.officialId;
const today = germanDay(new Date());
const days = { startsOn: today, endsOn: today };
const refused = refusalIn(portal);

/** As at their next request. */
async function again(who: Official): Promise<Official> {
  const actor = await findViewer(portal.deps, who.ctx.actor.sessionId, { touch: false });
  if (actor?.kind !== "official") throw new Error("the session is over");
  return { ...who, ctx: officialCtx(who.request, actor) };
}

async function claimed({ ctx }: Official = absent) {
  const sent = await sendCase(portal, citizen);
  await claimCase(ctx, { caseId: sent.caseId, version: 3 });
  return sent;
}
type Sent = Awaited<ReturnType<typeof claimed>>;

let deputyshipId: DeputyshipId;
beforeEach(async () => {
  await portal.sql`delete from deputyships`;
  ({ deputyshipId } = await nameDeputy(absent.ctx, { deputyId: idOf(deputy), ...days }));
});

const handed = (sent: Sent, change?: Partial<Mandate>) =>
  handingOver(sent, { from: absent, to: deputy, deputyshipId, days }, change);
async function entrusted() {
  const sent = await claimed();
  await entrustCase(absent.ctx, await handed(sent));
  return sent;
}
const letter = async ({ caseKey, caseId }: Sent, { keys }: Official = deputy) => ({
  caseId,
  message: (await writeMessage(keys.signing, caseKey)).message,
});
const look = async (sent: Sent) => outcome(getCase((await again(deputy)).ctx, sent));

describe("a deputy of another unit", () => {
  it("opens a case that was handed to them with a key of their own, and answers in it", async () => {
    const sent = await entrusted();
    const now = await again(deputy);
    const { summary, grants } = await getCase(now.ctx, sent);
    expect(summary).toMatchObject({
      assignedTo: "represented",
      may: { write: true, askCitizen: true, claim: false, grantCopy: false, recuse: true },
    });
    const [grant] = grants;
    expect(grants).toHaveLength(1);
    const secret = await openGrant({
      env: decodeBase64(grant?.envelope ?? ""),
      recipient: deputy.keys.kem,
      expect: { ...(await caseKeyObject(sent.caseKey.scopeId, 1)), role: "official" },
      grantors: (keyId) => (keyId === toHex(absent.keys.signing.keyId) ? absent.keys.signing.spki : undefined),
    });
    expect(secret).toEqual(sent.caseKey.secret);

    await sendMessage(now.ctx, await letter(sent));
    const record = (await auditOf(portal, sent.caseId)).findLast(({ type }) => type === "message.sent");
    expect(record?.payload).toMatchObject({ actingFor: idOf(absent) });
    const { messages } = await listMessages(citizen.ctx, { caseId: sent.caseId, after: 0, limit: 50 });
    expect(messages).toHaveLength(2);
  });

  it("is proven to the citizen by what their device is given, also when the time is over", async () => {
    const sent = await entrusted();
    await endDeputyship(absent.ctx, { deputyshipId });
    const { mandates, tenantId, summary } = await getCase(citizen.ctx, sent);
    const { authors } = await portal.directory(tenantId);
    const expected = { authority: tenantId, unitId: summary.unitId, caseId: sent.caseId };
    const proven = await Promise.all(
      mandates.map(({ payload, signature }) =>
        verifyMandate({
          signed: { payload: decodeBase64(payload), signature: decodeBase64(signature) },
          authors,
          expect: expected,
        }),
      ),
    );
    expect(proven.map(({ keyId }) => keyId)).toEqual([toHex(deputy.keys.signing.keyId)]);
  });

  it("finds in their inbox what was handed to them, on the days that were said and on no other", async () => {
    const sent = await entrusted();
    const listed = async () => {
      const { cases } = await listInbox((await again(deputy)).ctx, { limit: 50 });
      return cases.some(({ caseId }) => caseId === sent.caseId);
    };
    const move = (by: number) =>
      portal.sql`update deputyships set starts_on = starts_on + ${by}::int, ends_on = ends_on + ${by}::int`;
    const seen = async () => [await listed(), await look(sent)];
    expect(await seen()).toEqual([true, "accepted"]);
    await move(1);
    expect(await seen()).toEqual([false, "case.not-found"]);
    await move(-2);
    expect(await seen()).toEqual([false, "case.not-found"]);
    await move(1);
    expect(await seen()).toEqual([true, "accepted"]);
  });

  it("stores nothing with a time that no device would believe, whatever the database says it is", async () => {
    const sent = await entrusted();
    const { ctx } = await again(deputy);
    const { from, until } = spanOf(days);
    const sendAt = async (at: Date) => sendMessage({ ...ctx, now: () => at }, await letter(sent));
    for (const at of [new Date(from.getTime() - 1), until])
      expect(await refused(() => sendAt(at))).toBe("case.not-assigned");
    const { sentAt } = await sendAt(new Date(until.getTime() - 1));
    expect(new Date(sentAt) < until).toBe(true);
  });

  it("loses what was sealed for them when it is ended, and a later time needs it anew", async () => {
    const sent = await entrusted();
    const rows = () => portal.sql`select 1 from deputy_grants where case_id = ${sent.caseId}`;
    expect(await rows()).toHaveLength(1);
    await endDeputyship(absent.ctx, { deputyshipId });
    expect(await rows()).toHaveLength(0);
    expect(await look(sent)).toBe("case.not-found");
    ({ deputyshipId } = await nameDeputy(absent.ctx, { deputyId: idOf(deputy), ...days }));
    expect(await look(sent)).toBe("case.not-found");
    expect((await entrustCase(absent.ctx, await handed(sent))).isTaken).toBe(true);
    expect(await look(sent)).toBe("accepted");
  });

  it("needs it anew for a second time that was named before the first was over", async () => {
    const tomorrow = daysAfter(today, 1);
    await nameDeputy(absent.ctx, { deputyId: idOf(deputy), startsOn: tomorrow, endsOn: tomorrow });
    const sent = await entrusted();
    expect(await look(sent)).toBe("accepted");
    await portal.sql`update deputyships set starts_on = starts_on - 1, ends_on = ends_on - 1`;
    const now = await again(deputy);
    expect(now.ctx.actor.standsInFor).toEqual([idOf(absent)]);
    expect(await look(sent)).toBe("case.not-found");
    const messages = () => listMessages(now.ctx, { caseId: sent.caseId, after: 0, limit: 50 });
    expect(await refused(messages)).toBe("case.not-found");
  });

  it("loses it after the last day as well, without anybody doing anything", async () => {
    const sent = await entrusted();
    const rows = () => portal.sql`select 1 from deputy_grants where case_id = ${sent.caseId}`;
    const sweep = () => sweepDeputyships(portal.workerDeps.db);
    expect([await sweep(), (await rows()).length]).toEqual([0, 1]);
    await portal.sql`update deputyships set starts_on = starts_on - 1, ends_on = ends_on - 1`;
    expect([await sweep(), (await rows()).length]).toEqual([1, 0]);
    // What was written under it stays proven.
    const { mandates } = await getCase(citizen.ctx, sent);
    expect(mandates).toHaveLength(1);
  });

  it("has nothing in a case that was not handed over, in one of somebody else, and in one that is free again", async () => {
    const [kept, others, freed] = [await claimed(), await claimed(colleague), await entrusted()];
    for (const sent of [kept, others]) expect(await look(sent)).toBe("case.not-found");
    await declareRecusal(absent.ctx, freed);
    expect(await look(freed)).toBe("case.not-found");
    const { version } = (await getCase(colleague.ctx, freed)).summary;
    await claimCase(colleague.ctx, { caseId: freed.caseId, version });
    // Who has it now may be represented by the same person, and has handed over nothing.
    await nameDeputy(colleague.ctx, { deputyId: idOf(deputy), ...days });
    expect(await look(freed)).toBe("case.not-found");
  });

  it("passes nothing on, and does nothing that takes a member of the unit", async () => {
    const sent = await entrusted();
    const now = await again(deputy);
    await nameDeputy(now.ctx, { deputyId: idOf(colleague), ...days });
    const mine = { deputyshipId, from: deputy, to: colleague, days };
    expect(await refused(async () => entrustCase(now.ctx, await handingOver(sent, mine)))).toBe("case.not-assigned");
    const grant = await grantCaseKey(sent.caseKey, deputy.keys.signing, "unit", deputy.keys.kem.publicKey);
    expect(await refused(() => resealCase(now.ctx, { caseId: sent.caseId, grant }))).toBe("member.not-believed");
  });

  it("who is biased does nothing in it, whoever else could read, and is nobody who could", async () => {
    const sent = await entrusted();
    await declareRecusal(colleague.ctx, sent);
    expect(await refused(() => declareRecusal(absent.ctx, sent))).toBe("case.last-reader");
    await declareRecusal((await again(deputy)).ctx, sent);
    expect(await look(sent)).toBe("case.recused");
    const { cases } = await listInbox((await again(deputy)).ctx, { limit: 50 });
    expect(cases.map(({ caseId }) => caseId)).not.toContain(sent.caseId);
  });

  it("is one no longer when either of the two leaves a unit", async () => {
    for (const leaver of [absent, deputy]) {
      const sent = await entrusted();
      const [unitId] = leaver.ctx.actor.unitIds;
      if (!unitId) throw new Error("they have a unit");
      const officialId = idOf(leaver);
      // They alone hold the key of theirs; the case is the same for any other who leaves.
      await portal.sql`delete from unit_seed_grants where unit_id = ${unitId} and official_id = ${officialId}`;
      await removeMember((await portal.admin()).ctx, { unitId, officialId });
      expect(await look(sent)).toBe("case.not-found");
      expect(await portal.sql`select 1 from deputy_grants`).toHaveLength(0);
      await portal.sql`insert into unit_members ${portal.sql({
        tenant_id: leaver.ctx.actor.tenantId,
        unit_id: unitId,
        official_id: officialId,
        role: "official",
      })}`;
      ({ deputyshipId } = await nameDeputy(absent.ctx, { deputyId: idOf(deputy), ...days }));
    }
  });
});

describe("handing over", () => {
  it("names what is left to hand over, also what was taken afterwards, and for which key", async () => {
    const left = async () => {
      const list = await listUnentrusted(absent.ctx, { deputyshipId, limit: 100 });
      return { ...list, cases: list.cases.map(({ caseId }) => caseId) };
    };
    const before = await left();
    expect(before).toMatchObject({
      ...days,
      deputy: { officialId: idOf(deputy), unitId: deputy.ctx.actor.unitIds[0] },
    });
    expect(decodeBase64(before.deputy?.kemPublicKey ?? "")).toEqual(deputy.keys.kem.publicKey);
    const sent = await claimed();
    expect((await left()).cases).toEqual([...before.cases, sent.caseId]);
    await entrustCase(absent.ctx, await handed(sent));
    expect((await left()).cases).toEqual(before.cases);
  });

  it("is on record with both and the end, and counts once", async () => {
    const sent = await claimed();
    const input = await handed(sent);
    expect(await entrustCase(absent.ctx, input)).toEqual({ caseId: sent.caseId, isTaken: true });
    expect(await entrustCase(absent.ctx, await handed(sent))).toEqual({ caseId: sent.caseId, isTaken: false });
    const records = (await auditOf(portal, sent.caseId)).filter(({ type }) => type === "case.entrusted");
    expect(records).toMatchObject([
      { payload: { deputyId: idOf(deputy), keyId: toHex(deputy.keys.kem.keyId), expires: expect.any(String) } },
    ]);
    expect(await portal.sql`select 1 from mandates where case_id = ${sent.caseId}`).toHaveLength(1);
  });

  it("is for whoever has taken the case alone, in a deputyship of their own that is not over", async () => {
    const sent = await claimed();
    const input = await handed(sent);
    expect(await refused(() => entrustCase(colleague.ctx, input))).toBe("case.not-assigned");
    for (const who of [deputy, stranger])
      expect(await refused(() => entrustCase(who.ctx, input))).toBe("case.not-found");
    const other = { ...input, deputyshipId: anId<DeputyshipId>() };
    expect(await refused(() => entrustCase(absent.ctx, other))).toBe("deputy.not-found");
    for (const who of [colleague, deputy, stranger])
      expect(await refused(() => listUnentrusted(who.ctx, { deputyshipId, limit: 10 }))).toBe("deputy.not-found");
    await portal.sql`update deputyships set starts_on = starts_on - 1, ends_on = ends_on - 1`;
    expect(await refused(() => entrustCase(absent.ctx, input))).toBe("deputy.not-found");
  });

  it.each([
    ["about another case", () => ({ case_id: anId<string>() })],
    ["for longer than was named", () => ({ expires: new Date(Date.now() + 30 * 86_400_000).toISOString() })],
    ["from another time on", () => ({ not_before: new Date(Date.now() - 30 * 86_400_000).toISOString() })],
    ["for another key", () => ({ deputy_key: toHex(colleague.keys.signing.keyId) })],
    ["for somebody else", () => ({ deputy: idOf(colleague) })],
    ["for another unit", () => ({ deputy_unit_id: colleague.ctx.actor.unitIds[0] ?? "" })],
  ] as const)("is refused with a word %s", async (_, change) => {
    const sent = await claimed();
    expect(await refused(async () => entrustCase(absent.ctx, await handed(sent, change())))).toBe("keys.grant-invalid");
  });

  it("is refused with a key that is sealed for somebody else, or by somebody else", async () => {
    const sent = await claimed();
    const input = await handed(sent);
    const toColleague = await handingOver(sent, { from: absent, to: colleague, deputyshipId, days });
    expect(await refused(() => entrustCase(absent.ctx, { ...input, grant: toColleague.grant }))).toBe(
      "keys.not-the-receiver",
    );
    const byColleague = await handingOver(sent, { from: colleague, to: deputy, deputyshipId, days });
    expect(await refused(() => entrustCase(absent.ctx, { ...input, grant: byColleague.grant }))).toBe(
      "keys.grant-invalid",
    );
    expect(await refused(() => entrustCase(absent.ctx, { ...input, mandate: byColleague.mandate }))).toBe(
      "keys.grant-invalid",
    );
  });

  it("offers colleagues of other units whom the authority has signed for, and nobody of another authority", async () => {
    const { units } = await listCandidates(absent.ctx);
    const ids = units.flatMap(({ colleagues }) => colleagues.map(({ officialId }) => officialId));
    expect(ids).toContain(idOf(deputy));
    for (const other of [absent, colleague, stranger]) expect(ids).not.toContain(idOf(other));
    expect(await refused(() => nameDeputy(colleague.ctx, { deputyId: idOf(stranger), ...days }))).toBe(
      "deputy.cannot-read",
    );
  });

  it("is shown by the database to the two of them alone, and put there by who has taken the case alone", async () => {
    const sent = await entrusted();
    const seenBy = ({ ctx }: Pick<Official, "ctx">) =>
      ctx.transact(async (tx) => (await tx.execute("select 1 from deputy_grants")).length);
    const others = [colleague, stranger, await portal.admin(), await portal.admin("there")];
    expect(await seenBy(absent)).toBe(await seenBy(deputy));
    for (const other of others) expect(await seenBy(other)).toBe(0);
    await portal.sql`update deputyships set starts_on = starts_on - 1, ends_on = ends_on - 1`;
    expect(await seenBy(deputy)).toBe(0);
    await portal.sql`update deputyships set starts_on = starts_on + 1, ends_on = ends_on + 1`;
    const again = `insert into deputy_grants select * from deputy_grants where case_id = '${sent.caseId}'`;
    await expect(deputy.ctx.transact((tx) => tx.execute(again))).rejects.toMatchObject({ cause: { code: "42501" } });
    // The word beside it as well: not by a colleague of the unit, who sees the case, and not for a time of somebody else.
    const word = (by: Official, under: DeputyshipId) => `insert into mandates
      select gen_random_uuid(), case_id, tenant_id, citizen_id, '${idOf(by)}', '${under}', payload, signature
      from mandates where case_id = '${sent.caseId}' limit 1`;
    const theirs = await nameDeputy(colleague.ctx, { deputyId: idOf(deputy), ...days });
    const putBy = (by: Official, under: DeputyshipId) => by.ctx.transact((tx) => tx.execute(word(by, under)));
    for (const [by, under] of [
      [colleague, deputyshipId],
      [colleague, theirs.deputyshipId],
      [absent, theirs.deputyshipId],
    ] as const)
      await expect(putBy(by, under)).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(putBy(absent, deputyshipId)).resolves.toBeDefined();
    for (const who of [absent, deputy])
      await expect(who.ctx.transact((tx) => tx.execute("delete from deputy_grants"))).rejects.toMatchObject({
        cause: { code: "42501" },
      });
  });
});

import { removeMember as removeFromUnit } from "@dvd/db/repositories/members";
import { holdUnit } from "@dvd/db/repositories/turns";
import { daysAfter, germanDay } from "@dvd/domain/case/due-date";
import { afterAll, describe, expect, it } from "vitest";
import { askCitizen } from "../cases/ask-citizen.ts";
import { claimCase } from "../cases/claim-case.ts";
import { getCase } from "../cases/get-case.ts";
import { listEvents } from "../cases/list-events.ts";
import { resumeCase } from "../cases/resume-case.ts";
import { removeMember } from "../members/remove-member.ts";
import { sendMessage } from "../messages/send-message.ts";
import { declareRecusal } from "../recusals/declare-recusal.ts";
import { findViewer } from "../sessions/find-viewer.ts";
import { appoint } from "../testing/appoint.ts";
import { untilOverOrWaiting } from "../testing/imprint.ts";
import { type Official, openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { auditOf } from "../testing/rows.ts";
import { sealFile, sendCase, upload, writeMessage } from "../testing/sealing.ts";
import { officialCtx } from "../context.ts";
import { endDeputyship } from "./end-deputyship.ts";
import { listDeputyships } from "./list-deputyships.ts";
import { nameDeputy } from "./name-deputy.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
/** All of one unit; the first two hold its key. */
const [absent, deputy] = [await portal.official(0), await portal.official(1)];
const [next] = await appoint(portal, await portal.recruit("official"));
const idOf = ({ ctx }: Pick<Official, "ctx">) => ctx.actor.officialId;
const today = germanDay(new Date());
const days = { startsOn: today, endsOn: today };

/** As at their next request. */
async function again<Who extends Pick<Official, "ctx" | "request">>(who: Who): Promise<Who> {
  const actor = await findViewer(portal.deps, who.ctx.actor.sessionId, { touch: false });
  if (actor?.kind !== "official") throw new Error("the session is over");
  return { ...who, ctx: officialCtx(who.request, actor) };
}

async function claimedBy({ ctx }: Official) {
  const sent = await sendCase(portal, citizen);
  await claimCase(ctx, { caseId: sent.caseId, version: 3 });
  return sent;
}

const refused = refusalIn(portal);

/** Names, does what follows with the rights of the next request, and ends it. */
async function whileDeputy(work: (deputy: Official) => Promise<void>, { from = absent, to = deputy } = {}) {
  const named = await nameDeputy(from.ctx, { deputyId: idOf(to), ...days });
  try {
    await work(await again(to));
  } finally {
    await endDeputyship(from.ctx, named);
  }
}

const letter = async ({ keys }: Official, { caseKey, caseId }: Awaited<ReturnType<typeof sendCase>>) => ({
  caseId,
  message: (await writeMessage(keys.signing, caseKey)).message,
});

describe("a deputy", () => {
  it("does in a case of whom they stand in for what that person may, and the trail names both", async () => {
    const sent = await claimedBy(absent);
    const { caseId } = sent;
    const { message } = await letter(deputy, sent);
    expect(await refused(() => sendMessage(deputy.ctx, { caseId, message }))).toBe("case.not-assigned");
    await whileDeputy(async (now) => {
      const { summary } = await getCase(now.ctx, { caseId });
      expect(summary).toMatchObject({
        assignedTo: "represented",
        may: { write: true, askCitizen: true, claim: false },
      });
      await sendMessage(now.ctx, { caseId, message });
      const file = await sealFile(deputy.keys.signing, sent.caseKey);
      await upload(now.ctx, caseId, file);
      const records = (await auditOf(portal, caseId)).filter(({ type }) =>
        /^(message|document)\.(sent|stored)$/.test(type),
      );
      expect(records.slice(-2)).toMatchObject([
        { type: "message.sent", payload: { actingFor: idOf(absent) } },
        { type: "document.stored", payload: { actingFor: idOf(absent) } },
      ]);
      const { events } = await listEvents(absent.ctx, { caseId, after: 0, limit: 50 });
      expect(events.slice(-2)).toMatchObject([
        { kind: "message.sent", actingFor: summary.representing },
        { kind: "document.stored", actingFor: summary.representing },
      ]);
    });
  });

  it("asks the citizen and goes on without the answer; the case stays whose it was", async () => {
    const sent = await claimedBy(absent);
    const { caseId } = sent;
    await whileDeputy(async (now) => {
      const dueOn = daysAfter(today, 7);
      await askCitizen(now.ctx, { ...(await letter(deputy, sent)), dueOn });
      await resumeCase(now.ctx, { caseId, version: 5 });
      const [row] = await portal.sql`select assigned_official_id as assigned, state from cases where id = ${caseId}`;
      expect(row).toEqual({ assigned: idOf(absent), state: "IN_PROGRESS" });
      const acts = (await auditOf(portal, caseId)).filter(({ type }) => ["case.asked", "case.resumed"].includes(type));
      expect(acts.map(({ payload }) => payload)).toMatchObject([
        { actingFor: idOf(absent) },
        { actingFor: idOf(absent) },
      ]);
    });
  });

  it("is nobody's name to the citizen", async () => {
    const sent = await claimedBy(absent);
    await whileDeputy(async (now) => void (await sendMessage(now.ctx, await letter(deputy, sent))));
    const { events } = await listEvents(citizen.ctx, { caseId: sent.caseId, after: 0, limit: 50 });
    expect(events.map(({ actingFor }) => actingFor)).toEqual(events.map(() => null));
    expect((await getCase(citizen.ctx, sent)).summary).toMatchObject({ assignedTo: "colleague", representing: null });
  });

  it("in a case of their own acts for nobody", async () => {
    const sent = await claimedBy(deputy);
    await whileDeputy(async (now) => void (await sendMessage(now.ctx, await letter(deputy, sent))));
    const sentRecord = (await auditOf(portal, sent.caseId)).findLast(({ type }) => type === "message.sent");
    expect(sentRecord?.payload).not.toHaveProperty("actingFor");
  });

  it("passes nothing on: who stands in for a deputy stands in for them alone", async () => {
    const [ofAbsent, ofDeputy] = [await claimedBy(absent), await claimedBy(deputy)];
    await whileDeputy(() =>
      whileDeputy(
        async (now) => {
          expect(await refused(async () => sendMessage(now.ctx, await letter(next, ofAbsent)))).toBe(
            "case.not-assigned",
          );
          expect(await outcome(sendMessage(now.ctx, await letter(next, ofDeputy)))).toBe("accepted");
        },
        { from: deputy, to: next },
      ),
    );
  });

  it("who is biased does nothing in the case, whomever they stand in for; bias of the other is not theirs", async () => {
    const [biased, other] = [await claimedBy(absent), await claimedBy(absent)];
    await declareRecusal(deputy.ctx, { caseId: biased.caseId });
    await whileDeputy(async (now) => {
      expect(await refused(() => getCase(now.ctx, biased))).toBe("case.recused");
      expect(await refused(async () => sendMessage(now.ctx, await letter(deputy, biased)))).toBe("case.recused");
      await declareRecusal(absent.ctx, { caseId: other.caseId });
      expect(await outcome(getCase(now.ctx, other))).toBe("accepted");
    });
  });

  it("is one on the days that were said, by the clock of the database, and not before or after", async () => {
    const sent = await claimedBy(absent);
    const { caseId } = sent;
    const { deputyshipId } = await nameDeputy(absent.ctx, { deputyId: idOf(deputy), ...days });
    const move = (by: number) =>
      portal.sql`update deputyships set starts_on = starts_on + ${by}::int, ends_on = ends_on + ${by}::int
        where id = ${deputyshipId}`;
    const may = async () => (await getCase((await again(deputy)).ctx, { caseId })).summary.may.write;
    expect(await may()).toBe(true);
    await move(1);
    expect(await may()).toBe(false);
    await move(-2);
    expect(await may()).toBe(false);
    await move(1);
    expect(await may()).toBe(true);
    await endDeputyship(absent.ctx, { deputyshipId });
    expect(await may()).toBe(false);
  });
});

describe("naming a deputy", () => {
  const naming = (input: Partial<Parameters<typeof nameDeputy>[1]>, by: Pick<Official, "ctx"> = absent) =>
    refused(() => nameDeputy(by.ctx, { deputyId: idOf(deputy), ...days, ...input }));

  it("is done by the person alone, on record, and both see it until it ends", async () => {
    const endsOn = daysAfter(today, 91);
    const { deputyshipId } = await nameDeputy(absent.ctx, { deputyId: idOf(deputy), startsOn: today, endsOn });
    const [record] = await portal.sql`select actor_id as by, payload from audit_intake where type = 'deputy.named'
      order by created_at desc, id desc limit 1`;
    expect(record).toEqual({
      by: idOf(absent),
      payload: { deputyId: idOf(deputy), startsOn: today, endsOn },
    });
    const seen = async ({ ctx }: Pick<Official, "ctx">) =>
      (await listDeputyships(ctx)).deputyships.map(({ relation, isRunning, mayEnd }) => ({
        relation,
        isRunning,
        mayEnd,
      }));
    expect(await seen(absent)).toEqual([{ relation: "mine", isRunning: true, mayEnd: true }]);
    expect(await seen(deputy)).toEqual([{ relation: "for-other", isRunning: true, mayEnd: false }]);
    expect(await seen(next)).toEqual([]);
    expect(await seen(await portal.admin())).toEqual([{ relation: "other", isRunning: true, mayEnd: true }]);
    expect(await seen(await portal.admin("there"))).toEqual([]);

    for (const other of [deputy, next, await portal.official(3), await portal.admin("there")])
      expect(await refused(() => endDeputyship(other.ctx, { deputyshipId }))).toBe("deputy.not-found");
    await endDeputyship((await portal.admin()).ctx, { deputyshipId });
    expect(await seen(absent)).toEqual([]);
    expect(await refused(() => endDeputyship(absent.ctx, { deputyshipId }))).toBe("deputy.not-found");
  });

  it("needs somebody else who can read in a unit of theirs, or is believed in another one of the authority", async () => {
    expect(await naming({ deputyId: idOf(absent) })).toBe("member.oneself");
    const keyless = await portal.recruit("official");
    for (const who of [keyless, await portal.official(3), await portal.admin()])
      expect(await naming({ deputyId: idOf(who) })).toBe("deputy.cannot-read");
    expect(await naming({}, await portal.admin())).toBe("auth.wrong-role");
  });

  it("needs possible days, on which nobody else stands in for them, and a fresh login", async () => {
    expect(await naming({ startsOn: daysAfter(today, -1) })).toBe("deputy.days");
    expect(await naming({ endsOn: daysAfter(today, 92) })).toBe("deputy.days");
    await whileDeputy(async () => {
      expect(await naming({ deputyId: idOf(next) })).toBe("deputy.overlap");
      const tomorrow = daysAfter(today, 1);
      const later = await nameDeputy(absent.ctx, { deputyId: idOf(next), startsOn: tomorrow, endsOn: tomorrow });
      await endDeputyship(absent.ctx, later);
    });
    const actor = { ...absent.ctx.actor, authenticatedAt: new Date(Date.now() - 301_000) };
    expect(await naming({}, { ctx: { ...absent.ctx, actor } })).toBe("auth.login-too-old");
  });

  it("ten times at once names one", async () => {
    const atOnce = <T>(act: (place: number) => Promise<T>) => Promise.all(Array.from({ length: 10 }, (_, n) => act(n)));
    // Whoever has to connect first is too late to meet the others.
    await atOnce(() => listDeputyships(absent.ctx));
    const codes = await atOnce((place) =>
      outcome(nameDeputy(absent.ctx, { deputyId: idOf(place % 2 ? deputy : next), ...days })),
    );
    expect(codes.filter((code) => code === "accepted")).toHaveLength(1);
    for (const named of (await listDeputyships(absent.ctx)).deputyships) await endDeputyship(absent.ctx, named);
  });

  it("waits for whoever lets one of the two go, and names nobody who is gone", async () => {
    const [leaver] = await appoint(portal, await portal.recruit("official"));
    const { tenantId, unitIds } = absent.ctx.actor;
    const [unitId] = unitIds;
    if (!leaver || !unitId) throw new Error("they share a unit");
    const admin = await portal.admin();
    const { attempt } = await admin.ctx.transact(async (tx) => {
      await holdUnit(tx, unitId, "leave");
      const attempt = outcome(nameDeputy(absent.ctx, { deputyId: idOf(leaver), ...days }));
      await untilOverOrWaiting(portal, attempt);
      await removeFromUnit(tx, { tenantId, unitId, officialId: idOf(leaver) });
      return { attempt };
    });
    expect(await attempt).toBe("deputy.cannot-read");
    expect(await portal.sql`select 1 from deputyships where deputy_id = ${idOf(leaver)}`).toHaveLength(0);
  });

  it("for somebody else is refused by the database as well, and so is ending what is another's", async () => {
    const { tenantId } = absent.ctx.actor;
    const row = (
      official: Official,
      by: Official,
    ) => `insert into deputyships (id, tenant_id, official_id, deputy_id, starts_on, ends_on)
      values (gen_random_uuid(), '${tenantId}', '${idOf(official)}', '${idOf(by)}', current_date, current_date)`;
    for (const who of [deputy, await portal.admin()])
      await expect(who.ctx.transact((tx) => tx.execute(row(absent, deputy)))).rejects.toMatchObject({
        cause: { code: "42501" },
      });
    await whileDeputy(async () => {
      const end = ({ ctx }: Pick<Official, "ctx">) =>
        ctx.transact(async (tx) => (await tx.execute("delete from deputyships returning 1")).length);
      for (const who of [deputy, next, await portal.admin("there")]) expect(await end(who)).toBe(0);
    });
  });
});

describe("leaving a unit", () => {
  it("ends what two people have in no unit together any more, from either side", async () => {
    const [unitId] = absent.ctx.actor.unitIds;
    const leaver = await portal.recruit("official");
    await portal.sql`insert into unit_seed_grants
      select tenant_id, unit_id, epoch, ${idOf(leaver)}, recipient_key_id, envelope from unit_seed_grants
      where official_id = ${idOf(absent)}`;
    await nameDeputy(absent.ctx, { deputyId: idOf(leaver), ...days });
    await nameDeputy((await again(leaver)).ctx, { deputyId: idOf(deputy), ...days });
    if (!unitId) throw new Error("they have a unit");
    await removeMember((await portal.admin()).ctx, { unitId, officialId: idOf(leaver) });
    expect((await portal.sql`select count(*)::int as n from deputyships`)[0]).toEqual({ n: 0 });
    const ended = await portal.sql`select count(*)::int as n from audit_intake
      where type = 'deputy.ended' and (payload ->> 'deputyId' = ${idOf(leaver)} or payload ->> 'formerId' = ${idOf(leaver)})`;
    expect(ended[0]).toEqual({ n: 2 });
  });
});

import type { CaseId } from "@dvd/domain/ids";
import { afterAll, describe, expect, it } from "vitest";
import { claimCase } from "../cases/claim-case.ts";
import { getCase } from "../cases/get-case.ts";
import { listInbox, listOwnCases } from "../cases/list-cases.ts";
import { listEvents } from "../cases/list-events.ts";
import { releaseDocument } from "../documents/release-document.ts";
import { listMessages } from "../messages/list-messages.ts";
import { sendMessage } from "../messages/send-message.ts";
import { type Official, openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { auditOf, changesOf, eventsOf, stateOf } from "../testing/rows.ts";
import { sendCase, writeMessage } from "../testing/sealing.ts";
import { declareRecusal } from "./declare-recusal.ts";
import { liftRecusal } from "./lift-recusal.ts";
import { listRecusals } from "./list-recusals.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
/** Both founded the unit, so they lead it and hold its key. */
const [biased, lead] = [await portal.official(0), await portal.official(1)];
const member = await portal.recruit("official");
const idOf = ({ ctx }: Pick<Official, "ctx">) => ctx.actor.officialId;

const inboxOf = async ({ ctx }: Official) => (await listInbox(ctx, { limit: 200 })).cases.map(({ caseId }) => caseId);

async function claimedBy({ ctx }: Official) {
  const sent = await sendCase(portal, citizen);
  await claimCase(ctx, { caseId: sent.caseId, version: 3 });
  return sent;
}

const refused = refusalIn(portal);

describe("whoever declares that they are biased", () => {
  it("gives up the case, which is free again, and nothing of it is handed out to them any more", async () => {
    const { caseId, caseKey, document } = await claimedBy(biased);
    expect(await declareRecusal(biased.ctx, { caseId })).toEqual({ caseId, isFree: true });
    expect(await stateOf(portal, caseId)).toEqual({ state: "ROUTED", version: 5 });

    const { message } = await writeMessage(biased.keys.signing, caseKey);
    for (const act of [
      () => getCase(biased.ctx, { caseId }),
      () => listMessages(biased.ctx, { caseId, after: 0, limit: 50 }),
      () => listEvents(biased.ctx, { caseId, after: 0, limit: 50 }),
      () => releaseDocument(biased.ctx, document),
      () => claimCase(biased.ctx, { caseId, version: 5 }),
      () => sendMessage(biased.ctx, { caseId, message }),
      () => declareRecusal(biased.ctx, { caseId }),
    ])
      expect(await refused(act)).toBe("case.recused");
    expect(await inboxOf(biased)).not.toContain(caseId);
    expect(await inboxOf(lead)).toContain(caseId);
  });

  it("finds no key of it either with a command that forgets to ask", async () => {
    const { caseId } = await sendCase(portal, citizen);
    const grants = ({ ctx }: Official) =>
      ctx.transact(async (tx) => (await tx.execute(`select 1 from case_grants where case_id = '${caseId}'`)).length);
    expect(await grants(biased)).toBe(2);
    await declareRecusal(biased.ctx, { caseId });
    expect(await grants(biased)).toBe(0);
    expect(await grants(lead)).toBe(2);
  });

  it("leaves a record, and the citizen sees nothing but that the case is free again", async () => {
    const { caseId } = await claimedBy(biased);
    const [changes, events] = [await changesOf(portal, caseId), await eventsOf(portal, caseId)];
    await declareRecusal(biased.ctx, { caseId });
    expect((await auditOf(portal, caseId)).slice(-2)).toEqual([
      { type: "case.recused", actor: "official", payload: {} },
      { type: "case.released", actor: "official", payload: { formerId: idOf(biased) } },
    ]);
    expect((await changesOf(portal, caseId)).slice(changes.length)).toEqual([
      "unit case.released",
      "citizen case.released",
    ]);
    expect((await eventsOf(portal, caseId)).slice(events.length)).toEqual(["official case.released"]);
    const { summary } = await getCase(citizen.ctx, { caseId });
    expect(summary).toMatchObject({ state: "ROUTED", assignedTo: "nobody", recused: 0 });
  });

  it("about a case of somebody else changes nothing in it", async () => {
    const { caseId } = await claimedBy(lead);
    const [before, seen] = [
      await stateOf(portal, caseId),
      await listOwnCases(citizen.ctx, { group: "open", limit: 200 }),
    ];
    expect(await declareRecusal(biased.ctx, { caseId })).toEqual({ caseId, isFree: false });
    expect(await stateOf(portal, caseId)).toEqual(before);
    expect(await listOwnCases(citizen.ctx, { group: "open", limit: 200 })).toEqual(seen);
    expect((await getCase(lead.ctx, { caseId })).summary).toMatchObject({ assignedTo: "me", recused: 1 });
    expect((await getCase(member.ctx, { caseId })).summary.recused).toBe(0);
  });

  it("and takes the case at the same moment has declared it, whichever comes first", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { caseId } = await sendCase(portal, citizen);
      const both = [
        outcome(claimCase(biased.ctx, { caseId, version: 3 })),
        outcome(declareRecusal(biased.ctx, { caseId })),
      ];
      await Promise.all(round % 2 ? both : both.toReversed());
      const [row] = await portal.sql`select assigned_official_id as assigned from cases where id = ${caseId}`;
      expect(row).toEqual({ assigned: null });
    }
  });

  it("is refused while nobody else could read the case, and told so", async () => {
    const { caseId } = await sendCase(portal, citizen);
    await declareRecusal(lead.ctx, { caseId });
    // The third one is of the unit, and has not got its key yet.
    expect(await refused(() => declareRecusal(biased.ctx, { caseId }))).toBe("case.last-reader");
    await portal.sql`insert into unit_seed_grants
      select tenant_id, unit_id, epoch, ${idOf(member)}, recipient_key_id, envelope from unit_seed_grants
      where official_id = ${idOf(lead)}`;
    expect(await outcome(declareRecusal(biased.ctx, { caseId }))).toBe("accepted");
  });

  it("is refused as well to whoever has an earlier key, when everybody with the newest is biased", async () => {
    const { caseId } = await sendCase(portal, citizen);
    await declareRecusal(lead.ctx, { caseId });
    // As after a new key that was sealed for the lead alone; whoever else could read has left since.
    const [seed] = await portal.sql`select unit_id from unit_seed_grants where official_id = ${idOf(lead)}`;
    await portal.sql`insert into unit_seed_grants
      select tenant_id, unit_id, 2, official_id, recipient_key_id, envelope from unit_seed_grants
      where official_id = ${idOf(lead)} and epoch = 1`;
    try {
      expect(await refused(() => declareRecusal(biased.ctx, { caseId }))).toBe("case.last-reader");
    } finally {
      await portal.sql`delete from unit_seed_grants where epoch = 2 and unit_id = ${seed?.unit_id}`;
    }
  });

  it("is of the unit: to anybody else the case does not exist", async () => {
    const { caseId } = await sendCase(portal, citizen);
    for (const place of [2, 3]) {
      const { ctx } = await portal.official(place);
      expect(await refused(() => declareRecusal(ctx, { caseId }))).toBe("case.not-found");
    }
  });
});

describe("lifting that somebody is biased", () => {
  it("is for a lead of the unit and an admin, who see whom it is about and nothing of the case", async () => {
    const { caseId, answer } = await sendCase(portal, citizen);
    await declareRecusal(biased.ctx, { caseId });
    const admin = await portal.admin();
    for (const { ctx } of [lead, admin])
      expect((await listRecusals(ctx)).recusals.find((one) => one.caseId === caseId)).toEqual({
        caseId,
        reference: answer.reference,
        unit: expect.any(String),
        officialId: idOf(biased),
        postSign: expect.any(String),
        since: expect.any(String),
        mayLift: true,
      });
    await liftRecusal(admin.ctx, { caseId, officialId: idOf(biased) });
    expect(await outcome(getCase(biased.ctx, { caseId }))).toBe("accepted");
    const record = (await auditOf(portal, caseId)).find(({ type }) => type === "recusal.lifted");
    expect(record?.payload).toEqual({ memberId: idOf(biased) });

    await declareRecusal(biased.ctx, { caseId });
    await liftRecusal(lead.ctx, { caseId, officialId: idOf(biased) });
    expect(await inboxOf(biased)).toContain(caseId);
    const again = () => liftRecusal(lead.ctx, { caseId, officialId: idOf(biased) });
    expect(await refused(again)).toBe("member.not-found");
  });

  it("is never for oneself, nor for whoever only works there or leads another unit", async () => {
    const { caseId } = await sendCase(portal, citizen);
    await declareRecusal(biased.ctx, { caseId });
    const lifting = ({ ctx }: Pick<Official, "ctx">) =>
      refused(() => liftRecusal(ctx, { caseId, officialId: idOf(biased) }));
    expect(await lifting(biased)).toBe("member.oneself");
    expect(await lifting(member)).toBe("auth.wrong-role");
    for (const place of [2, 3]) expect(await lifting(await portal.official(place))).toBe("case.not-found");
    expect(await lifting(await portal.admin("there"))).toBe("case.not-found");
    expect((await listRecusals(biased.ctx)).recusals.find((one) => one.caseId === caseId)?.mayLift).toBe(false);
    for (const stranger of [await portal.official(2), await portal.official(3), await portal.admin("there")])
      expect((await listRecusals(stranger.ctx)).recusals).toEqual([]);
  });

  it("needs a fresh login", async () => {
    const { caseId } = await sendCase(portal, citizen);
    await declareRecusal(biased.ctx, { caseId });
    const actor = { ...lead.ctx.actor, authenticatedAt: new Date(Date.now() - 301_000) };
    const stale = () => liftRecusal({ ...lead.ctx, actor }, { caseId, officialId: idOf(biased) });
    expect(await refused(stale)).toBe("auth.login-too-old");
  });

  it("is refused by the database as well: for oneself, and for whoever does not lead that unit", async () => {
    const { caseId } = await sendCase(portal, citizen);
    await declareRecusal(biased.ctx, { caseId });
    const remove = ({ ctx }: Pick<Official, "ctx">) => ctx.transact((tx) => tx.execute(removal(caseId)));
    for (const who of [biased, member, await portal.official(2), await portal.admin("there")])
      expect((await remove(who)).length).toBe(0);
    expect((await remove(lead)).length).toBe(1);
  });
});

const removal = (caseId: CaseId) => `delete from recusals where case_id = '${caseId}' returning 1`;

import { generateSigningKey } from "@dvd/crypto";
import { maxRenewals } from "@dvd/domain/copies";
import { afterAll, describe, expect, it } from "vitest";
import { getCase } from "../cases/get-case.ts";
import { grantCopy } from "../cases/grant-copy.ts";
import { refuseCopy } from "../cases/refuse-copy.ts";
import { verifyDocument } from "../documents/verify-document.ts";
import { sendMessage } from "../messages/send-message.ts";
import { newAccount } from "../testing/account.ts";
import { attest, object, renew } from "../testing/copies.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { auditTypesOf, changesOf } from "../testing/rows.ts";
import { openCase, sendCase, writeMessage } from "../testing/sealing.ts";
import { placeOf } from "../testing/towns.ts";
import { encodeBase64 } from "../wire.ts";
import { getAccount } from "./get-account.ts";
import { objectToRenewal } from "./object-to-renewal.ts";
import { renewAccount } from "./renew-account.ts";

const portal = await openPortal();
afterAll(() => portal.close());

/** A citizen with one case here and one there, and a draft. */
async function settled() {
  const citizen = await portal.citizen();
  const before = await getAccount(citizen.ctx);
  const here = await sendCase(portal, citizen);
  const there = await sendCase(portal, citizen, placeOf.there);
  const draft = await openCase(portal, citizen);
  const { summary } = await getCase(citizen.ctx, here);
  return { citizen, before, here: { ...here, unitId: summary.unitId }, there, draft };
}

const requestsOf = (citizenId: string) =>
  portal.sql<{ case: string; state: string }[]>`
    select case_id as case, state from copy_requests where citizen_id = ${citizenId} order by created_at, case_id`;

describe("renewing an account", () => {
  it("makes the new keys current, sets the former ones aside, and asks for every case that was sent", async () => {
    const { citizen, before, here, there, draft } = await settled();
    const { renewed } = await renew(citizen);
    const after = await getAccount(citizen.ctx);
    expect(after.keys?.vault).not.toBe(before.keys?.vault);
    expect(after.renewals).toMatchObject([
      { former: before.keys, signingKey: encodeBase64(renewed.keys.signing.spki) },
    ]);
    const states = new Map((await requestsOf(citizen.ctx.actor.citizenId)).map((row) => [row.case, row.state]));
    expect([states.get(here.caseId), states.get(there.caseId), states.get(draft.caseId)]).toEqual([
      "OPEN",
      "OPEN",
      undefined,
    ]);
    expect((await changesOf(portal, here.caseId)).slice(-2)).toEqual(["unit copy.requested", "citizen copy.requested"]);
    expect((await auditTypesOf(portal, here.caseId)).at(-1)).toBe("copy.requested");
  });

  it("shows each authority the request for its own case, and nobody else's", async () => {
    const { citizen, here, there } = await settled();
    await renew(citizen);
    const [official, foreigner] = [await portal.official(0), await portal.official(3)];
    expect((await getCase(official.ctx, here)).copies.request?.state).toBe("OPEN");
    expect((await getCase(foreigner.ctx, there)).copies.request?.state).toBe("OPEN");
    expect(await outcome(getCase(foreigner.ctx, here))).toBe("case.not-found");
  });

  it("is refused while one is open, also of two at once, and possible again when all was decided", async () => {
    const { citizen, here, there } = await settled();
    const inputs = await Promise.all([1, 2].map(() => newAccount(citizen.ctx.actor.citizenId)));
    const both = await Promise.all(inputs.map(({ input }) => outcome(renewAccount(citizen.ctx, input))));
    expect(both.toSorted()).toEqual(["accepted", "account.renewal-open"]);
    const refuse = async (place: number, caseId: typeof here.caseId) => {
      const { ctx } = await portal.official(place);
      const { copies } = await getCase(ctx, { caseId });
      await refuseCopy(ctx, { caseId, renewalId: copies.request?.renewalId ?? "", reason: "nobody-came" });
    };
    await refuse(0, here.caseId);
    const again = (await newAccount(citizen.ctx.actor.citizenId)).input;
    expect(await outcome(renewAccount(citizen.ctx, again))).toBe("account.renewal-open");
    await refuse(3, there.caseId);
    expect(await outcome(renewAccount(citizen.ctx, again))).toBe("accepted");
  });

  it("is refused when five were not objected to, and possible again after an objection", async () => {
    const citizen = await portal.citizen();
    const first = await renew(citizen);
    let last = first.renewed;
    for (let count = 2; count <= maxRenewals; count++) last = (await renew(last)).renewed;
    const { input } = await newAccount(citizen.ctx.actor.citizenId);
    const before = await portal.imprint();
    expect(await outcome(renewAccount(citizen.ctx, input))).toBe("account.too-many-renewals");
    expect(await portal.imprint()).toEqual(before);
    expect((await getAccount(citizen.ctx)).renewals).toHaveLength(5);
    await objectToRenewal(citizen.ctx, await object(citizen, first.renewed));
    expect(await outcome(renewAccount(citizen.ctx, input))).toBe("accepted");
  });

  it("is refused without an account, with the keys that are there, and with somebody else's vault", async () => {
    const { ctx } = await portal.stranger();
    const { input } = await newAccount(ctx.actor.citizenId);
    expect(await outcome(renewAccount(ctx, input))).toBe("account.missing");
    const citizen = await portal.citizen();
    const own = (await newAccount(citizen.ctx.actor.citizenId)).input;
    const same = { ...own, signingKey: citizen.keys.signing.spki };
    const before = await portal.imprint();
    for (const wrong of [same, { ...own, vault: input.vault }, { ...own, slots: input.slots }])
      expect(await outcome(renewAccount(citizen.ctx, wrong))).toBe("request.invalid");
    expect(await portal.imprint()).toEqual(before);
  });

  it("leaves what the former key has signed provable, and lets only the new key speak", async () => {
    const { citizen, here } = await settled();
    const { renewed } = await renew(citizen);
    const { citizenId } = citizen.ctx.actor;
    const job = { correlationId: "c", caseId: here.caseId, documentId: here.document.documentId, citizenId };
    const tenantId = (await portal.official(0)).ctx.actor.tenantId;
    expect(await verifyDocument(portal.workerDeps, { ...job, tenantId, sender: "citizen" })).toEqual({ intact: true });
    const old = await writeMessage(citizen.keys.signing, here.caseKey, here.first.end);
    expect(await outcome(sendMessage(citizen.ctx, { ...here, message: old.message }))).toBe("container.wrong-sender");
    const fresh = await writeMessage(renewed.keys.signing, here.caseKey);
    expect(await outcome(sendMessage(citizen.ctx, { ...here, message: fresh.message }))).toBe("accepted");
  });
});

describe("objecting with the former key", () => {
  it("gives the account back as it was, and takes back what was asked for and what was granted", async () => {
    const { citizen, before, here } = await settled();
    const renewal = await renew(citizen);
    const official = await portal.official(0);
    await grantCopy(official.ctx, await attest(here, citizen, renewal, official));
    const signed = await object(citizen, renewal.renewed);
    expect(await objectToRenewal(citizen.ctx, signed)).toEqual({ cases: 2 });
    expect(await getAccount(citizen.ctx)).toEqual({ ...before, renewals: [] });
    expect(new Set((await requestsOf(citizen.ctx.actor.citizenId)).map(({ state }) => state))).toEqual(
      new Set(["OBJECTED"]),
    );
    const { copies } = await getCase(official.ctx, here);
    expect(copies.objections).toEqual([
      { payload: encodeBase64(signed.payload), signature: encodeBase64(signed.signature) },
    ]);
    expect((await auditTypesOf(portal, here.caseId)).at(-2)).toBe("copy.objected");
    const next = await writeMessage(citizen.keys.signing, here.caseKey, here.first.end);
    expect(await outcome(sendMessage(citizen.ctx, { ...here, message: next.message }))).toBe("accepted");
  });

  it("is refused for whoever has only the login: the new key, a key of their own, another account's objection", async () => {
    const { citizen } = await settled();
    const { renewed } = await renew(citizen);
    const other = await settled();
    const foreign = await renew(other.citizen);
    const { key } = await generateSigningKey();
    const before = await portal.imprint();
    for (const signed of [
      await object(citizen, renewed, renewed.keys.signing),
      await object(citizen, renewed, key),
      await object(other.citizen, foreign.renewed),
      await object(citizen, foreign.renewed),
    ])
      expect(await outcome(objectToRenewal(citizen.ctx, signed))).toBe("account.objection-invalid");
    expect(await portal.imprint()).toEqual(before);
  });

  it("undoes also what was asked for after it with yet other keys, and is over then", async () => {
    const citizen = await portal.citizen();
    const first = await renew(citizen);
    const second = await renew(first.renewed);
    expect(await outcome(objectToRenewal(citizen.ctx, await object(citizen, first.renewed)))).toBe("accepted");
    expect((await getAccount(citizen.ctx)).renewals).toEqual([]);
    for (const signed of [await object(citizen, first.renewed), await object(first.renewed, second.renewed)])
      expect(await outcome(objectToRenewal(citizen.ctx, signed))).toBe("account.nothing-to-object");
  });
});

import { afterAll, describe, expect, it } from "vitest";
import type { RateLimiter } from "../adapters/rate-limit/rate-limiter.ts";
import { newAccount } from "../testing/account.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { auditOf, jobsOf, stateOf } from "../testing/rows.ts";
import { forged, grantCaseKey, openCase, prepareDraft } from "../testing/sealing.ts";
import { nobodysService, placeOf } from "../testing/towns.ts";
import { expireDraft } from "./expire-draft.ts";
import type { OpenDraft } from "./open-draft.contract.ts";
import { openDraft } from "./open-draft.ts";

const portal = await openPortal();
afterAll(() => portal.close());

describe("opening a draft", () => {
  it("keeps the case for the unit that the rules name, with one key grant for each side", async () => {
    const citizen = await portal.citizen();
    const { input, office } = await prepareDraft(portal, citizen);
    const answer = await openDraft(citizen.ctx, input);

    expect(answer).toEqual({ caseId: input.caseId, tenantId: office.tenantId, unitId: office.unitId });
    expect(await stateOf(portal, input.caseId)).toEqual({ state: "DRAFT", version: 1 });
    const grants = await portal.sql<{ role: number; envelope: Buffer }[]>`
      select role, envelope from case_grants where case_id = ${input.caseId} order by role`;
    expect(grants.map(({ role }) => role)).toEqual([1, 2]);
    expect(grants.map(({ envelope }) => new Uint8Array(envelope))).toEqual(input.grants);
  });

  it("keeps the explanation why this unit is responsible", async () => {
    const citizen = await portal.citizen();
    const { input } = await prepareDraft(portal, citizen);
    await openDraft(citizen.ctx, input);
    const [row] = await portal.sql<{ routing: unknown }[]>`select routing from cases where id = ${input.caseId}`;
    expect(row?.routing).toMatchObject({
      ruleId: "here-1",
      version: 1,
      reason: "test",
      isClearing: false,
      trace: [{ ruleId: "here-1", outcome: "chosen" }],
    });
  });

  it("is recorded, and its expiry is planned for seven days later", async () => {
    const citizen = await portal.citizen();
    const { input, office } = await prepareDraft(portal, citizen);
    await openDraft(citizen.ctx, input);

    const [entry, ...others] = await auditOf(portal, input.caseId);
    expect(others).toEqual([]);
    expect(entry).toEqual({
      type: "case.drafted",
      actor: "citizen",
      payload: { unitId: office.unitId, ruleId: "here-1", rulesVersion: 1 },
    });
    const [job] = await jobsOf(portal, input.caseId);
    const { citizenId } = citizen.ctx.actor;
    const { correlationId } = citizen.ctx;
    expect(job).toMatchObject({ name: "expire-draft", data: { caseId: input.caseId, citizenId, correlationId } });
    const inDays = (new Date(job?.start ?? 0).getTime() - Date.now()) / 86_400_000;
    expect(Math.round(inDays)).toBe(7);
  });

  it("leaves no case and no job behind when the transaction is lost at its end", async () => {
    const citizen = await portal.citizen();
    const { input } = await prepareDraft(portal, citizen);
    const before = await portal.imprint();
    const losing: typeof citizen.ctx = {
      ...citizen.ctx,
      transact: (work) =>
        citizen.ctx.transact(async (tx) => {
          await work(tx);
          throw new Error("the connection was lost");
        }),
    };
    await expect(openDraft(losing, input)).rejects.toThrow("the connection was lost");
    expect(await portal.imprint()).toEqual(before);
  });

  it("needs a login of the level that the service asks for", async () => {
    const citizen = await portal.citizen();
    const { input } = await prepareDraft(portal, citizen);
    const askFor = (level: string) =>
      portal.sql`update services set needs_level = ${level} where key = ${input.serviceKey}`;
    await askFor("high");
    const before = await portal.imprint();
    const code = await outcome(openDraft(citizen.ctx, input));
    const after = await portal.imprint();
    await askFor("low");
    expect(code).toBe("auth.assurance-too-low");
    expect(after).toEqual(before);

    await askFor("substantial");
    const accepted = await outcome(openDraft(citizen.ctx, input));
    await askFor("low");
    expect(accepted).toBe("accepted");
  });

  it("is accepted twenty times for one citizen, and refused until one of them is over", async () => {
    const [citizen, other] = [await portal.citizen(), await portal.citizen()];
    const { caseId } = await openCase(portal, citizen);
    for (let count = 1; count < 20; count += 1) await openCase(portal, citizen);
    const { input } = await prepareDraft(portal, citizen);
    const before = await portal.imprint();
    expect(await outcome(openDraft(citizen.ctx, input))).toBe("case.too-many-drafts");
    expect(await portal.imprint()).toEqual(before);
    expect(await outcome(openCase(portal, other))).toBe("accepted");

    const { citizenId, correlationId } = { ...citizen.ctx.actor, ...citizen.ctx };
    await expireDraft(portal.workerDeps, { caseId, citizenId, correlationId });
    expect(await outcome(openDraft(citizen.ctx, input))).toBe("accepted");
  });

  it("is refused in a minute in which everybody sends to this authority, and taken by another one", async () => {
    const citizen = await portal.citizen();
    const { input, office } = await prepareDraft(portal, citizen);
    const { input: elsewhere } = await prepareDraft(portal, citizen, placeOf.there);
    const limiter: RateLimiter = {
      hit: async (key) =>
        key === `rate_limit:{${office.tenantId}}:draft` ? { allowed: false, retryAfterMs: 1_000 } : { allowed: true },
    };
    const before = await portal.imprint();
    expect(await outcome(openDraft({ ...citizen.ctx, limiter }, input))).toBe("request.too-many");
    expect(await portal.imprint()).toEqual(before);
    expect(await outcome(openDraft({ ...citizen.ctx, limiter }, elsewhere))).toBe("accepted");
  });

  it("is refused without an account", async () => {
    const stranger = await portal.stranger();
    const { keys } = await newAccount(stranger.ctx.actor.citizenId);
    const { input } = await prepareDraft(portal, { ...stranger, keys });
    const before = await portal.imprint();
    expect(await outcome(openDraft(stranger.ctx, input))).toBe("account.missing");
    expect(await portal.imprint()).toEqual(before);
  });

  it("is refused under an id that is taken, also by somebody else, and the first draft stays as it is", async () => {
    const [citizen, other] = [await portal.citizen(), await portal.citizen()];
    const { input } = await prepareDraft(portal, citizen);
    await openDraft(citizen.ctx, input);
    const before = await portal.imprint();

    expect(await outcome(openDraft(citizen.ctx, input))).toBe("case.exists");
    const { input: foreign } = await prepareDraft(portal, other, undefined, input.caseId);
    expect(await outcome(openDraft(other.ctx, foreign))).toBe("case.exists");
    expect(await portal.imprint()).toEqual(before);
  });

  describe("refuses, and stores nothing", async () => {
    const [citizen, other] = [await portal.citizen(), await portal.citizen()];
    const { input, caseKey, directory } = await prepareDraft(portal, citizen);
    const { input: otherInput, caseKey: otherKey } = await prepareDraft(portal, other);
    const own = input.grants.slice(0, 1);
    const [, forUnit = new Uint8Array()] = input.grants;
    const unitKeyOf = (unit: number) => {
      const key = directory.unitKey(portal.authorities[0]?.units[unit]?.id ?? "");
      if (!key) throw new Error("the unit has published no key");
      return key.publicKey;
    };
    const { signing, kem } = citizen.keys;
    const forNextDoor = await grantCaseKey(caseKey, signing, "unit", unitKeyOf(1));
    const ofOtherScope = await grantCaseKey(otherKey, signing, "unit", unitKeyOf(0));
    const byOther = await grantCaseKey(caseKey, other.keys.signing, "unit", unitKeyOf(0));
    const asCitizen = await grantCaseKey(caseKey, signing, "citizen", unitKeyOf(0));
    const forOther = await grantCaseKey(caseKey, signing, "citizen", other.keys.kem.publicKey);
    const again = await grantCaseKey(caseKey, signing, "citizen", kem.publicKey);

    const refused: [string, Partial<OpenDraft>, string][] = [
      ["a key sealed for another unit", { grants: [...own, forNextDoor] }, "keys.not-the-receiver"],
      ["a key sealed for the unit in the role of a citizen", { grants: [...own, asCitizen] }, "keys.not-the-receiver"],
      ["a key sealed for another citizen", { grants: [forOther, forUnit] }, "keys.not-the-receiver"],
      ["a draft that the unit could not read", { grants: [...own, again] }, "keys.grant-missing"],
      ["a draft that its citizen could not read", { grants: [forUnit, forUnit] }, "keys.grant-missing"],
      ["a grant signed by somebody else", { grants: [...own, byOther] }, "keys.grant-invalid"],
      ["a grant with a forged signature", { grants: [...own, forged(forUnit)] }, "keys.grant-invalid"],
      ["a grant for the key of another case", { grants: [...own, ofOtherScope] }, "keys.grant-invalid"],
      ["another scope than that of the grants", { scopeId: otherInput.scopeId }, "keys.grant-invalid"],
      ["the key of one case under the id of another", { caseId: otherInput.caseId }, "keys.grant-invalid"],
      ["a service that nobody knows", { serviceKey: "TEST9999999999" }, "service.not-found"],
      ["a service without an office", { serviceKey: nobodysService }, "routing.no-office"],
      ["a place without an office", { postalCode: "99999" }, "routing.no-office"],
      ["a place where another unit is responsible", placeOf.there, "keys.not-the-receiver"],
    ];
    it.each(refused)("%s", async (_what, change, code) => {
      const before = await portal.imprint();
      expect(await outcome(openDraft(citizen.ctx, { ...input, ...change }))).toBe(code);
      expect(await portal.imprint()).toEqual(before);
    });
  });
});

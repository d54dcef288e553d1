import { afterAll, describe, expect, it } from "vitest";
import type { Official } from "../testing/portal.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { auditOf, changesOf } from "../testing/rows.ts";
import { anId, openCase, sendCase } from "../testing/sealing.ts";
import { appRouter } from "../root.ts";
import { claimCase } from "./claim-case.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
const [official, colleague] = [await portal.official(0), await portal.official(1)];
const sent = async () => ({ caseId: (await sendCase(portal, citizen)).caseId, version: 3 });

const refusal = refusalIn(portal);
const refused = (who: Official, input: Parameters<typeof claimCase>[1]) => refusal(() => claimCase(who.ctx, input));

describe("claiming a case", () => {
  it("makes it the official's own, on record, and tells both sides", async () => {
    const { caseId, version } = await sent();
    expect(await claimCase(official.ctx, { caseId, version })).toEqual({ caseId, version: 4 });
    const [row] = await portal.sql`
      select state, version, assigned_official_id as assigned from cases where id = ${caseId}`;
    expect(row).toEqual({ state: "ASSIGNED", version: 4, assigned: official.ctx.actor.officialId });
    expect((await auditOf(portal, caseId)).at(-1)).toEqual({ type: "case.claimed", actor: "official", payload: {} });
    expect((await changesOf(portal, caseId)).slice(-2)).toEqual(["unit case.claimed", "citizen case.claimed"]);
  });

  it("twenty times at once has one winner", async () => {
    const input = await sent();
    const claims = Array.from({ length: 20 }, (_, place) =>
      outcome(claimCase((place % 2 ? official : colleague).ctx, input)),
    );
    const codes = await Promise.all(claims);
    expect(codes.filter((code) => code === "accepted")).toHaveLength(1);
    const losers = new Set(codes.filter((code) => code !== "accepted"));
    expect(losers.difference(new Set(["case.conflict", "case.already-claimed"]))).toEqual(new Set());
    expect((await auditOf(portal, input.caseId)).filter(({ type }) => type === "case.claimed")).toHaveLength(1);
    expect((await changesOf(portal, input.caseId)).filter((line) => line.endsWith("case.claimed"))).toHaveLength(2);
  });

  it("of a picture that is out of date is a conflict", async () => {
    const { caseId } = await sent();
    expect(await refused(official, { caseId, version: 2 })).toBe("case.conflict");
    expect(await refused(official, { caseId, version: 4 })).toBe("case.conflict");
  });

  it("that somebody has claimed is refused, also for themselves", async () => {
    const { caseId, version } = await sent();
    await claimCase(official.ctx, { caseId, version });
    for (const who of [official, colleague])
      expect(await refused(who, { caseId, version: 4 })).toBe("case.already-claimed");
  });

  it("is for the unit alone: to others the case does not exist, in the same words as one that never was", async () => {
    const input = await sent();
    for (const place of [2, 3, 4]) {
      const outsider = await portal.official(place);
      expect(await refused(outsider, input), `official ${place}`).toBe("case.not-found");
      expect(await refused(outsider, { ...input, caseId: anId() })).toBe("case.not-found");
    }
  });

  it("before it was sent is impossible: a draft does not exist for the authority", async () => {
    const { caseId } = await openCase(portal, citizen);
    expect(await refused(official, { caseId, version: 1 })).toBe("case.not-found");
  });

  it("is no business of a citizen, not even for the own case", async () => {
    const input = await sent();
    expect(await outcome(appRouter.createCaller(citizen.request).cases.claimCase(input))).toBe("auth.wrong-role");
  });
});

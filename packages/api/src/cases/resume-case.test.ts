import { afterAll, describe, expect, it } from "vitest";
import { sendMessage } from "../messages/send-message.ts";
import { claimedCase, dueOf } from "../testing/asking.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { auditOf, changesOf, eventsOf, stateOf } from "../testing/rows.ts";
import { getCase } from "./get-case.ts";
import { resumeCase } from "./resume-case.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
const [official, colleague] = [await portal.official(0), await portal.official(1)];
const refused = refusalIn(portal);
const claimed = () => claimedCase(portal, { citizen, official });

describe("going on without the answer", () => {
  it("gives the case back on record, tells both sides, and leaves the citizen free to write", async () => {
    const { caseId, answering, ask } = await claimed();
    await ask();
    expect(await resumeCase(official.ctx, { caseId, version: 5 })).toEqual({ caseId, version: 6 });
    expect(await stateOf(portal, caseId)).toEqual({ state: "IN_PROGRESS", version: 6 });
    expect(await dueOf(portal, caseId)).toBeNull();
    expect((await auditOf(portal, caseId)).at(-1)).toEqual({ type: "case.resumed", actor: "official", payload: {} });
    expect((await changesOf(portal, caseId)).slice(-2)).toEqual(["unit case.resumed", "citizen case.resumed"]);
    expect((await eventsOf(portal, caseId)).at(-1)).toBe("official case.resumed");
    const { may } = (await getCase(citizen.ctx, { caseId })).summary;
    expect(may).toMatchObject({ answer: false, resume: false, write: true });
    expect(await outcome(sendMessage(citizen.ctx, { caseId, message: answering.message }))).toBe("accepted");
  });

  it("comes too late for an answer that is there, and then the answer comes too late", async () => {
    const answered = await claimed();
    await answered.ask();
    await answered.answer();
    const { caseId } = answered;
    expect(await refused(() => resumeCase(official.ctx, { caseId, version: 5 }))).toBe("case.wrong-state");

    const resumed = await claimed();
    await resumed.ask();
    await resumeCase(official.ctx, { caseId: resumed.caseId, version: 5 });
    expect(await refused(() => resumed.answer())).toBe("case.wrong-state");
  });

  it("is for who took the case, while it waits, and on the picture of today", async () => {
    const { caseId, ask } = await claimed();
    expect(await refused(() => resumeCase(official.ctx, { caseId, version: 4 }))).toBe("case.wrong-state");
    await ask();
    expect(await refused(() => resumeCase(colleague.ctx, { caseId, version: 5 }))).toBe("case.not-assigned");
    expect(await refused(() => resumeCase(official.ctx, { caseId, version: 4 }))).toBe("case.conflict");
    expect((await getCase(colleague.ctx, { caseId })).summary.may.resume).toBe(false);
    expect((await getCase(official.ctx, { caseId })).summary.may.resume).toBe(true);
  });
});

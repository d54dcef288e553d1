import { afterAll, describe, expect, it } from "vitest";
import { sendMessage } from "../messages/send-message.ts";
import { claimedCase, dueOf } from "../testing/asking.ts";
import { openPortal } from "../testing/portal.ts";
import { refusalIn } from "../testing/refusal.ts";
import { auditOf, eventsOf, stateOf } from "../testing/rows.ts";
import { sealFile, upload } from "../testing/sealing.ts";
import { getCase } from "./get-case.ts";
import { withdrawCase } from "./withdraw-case.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
const official = await portal.official(0);
const refused = refusalIn(portal);
const claimed = () => claimedCase(portal, { citizen, official });

describe("the citizen's answer", () => {
  it("comes with documents and gives the case back", async () => {
    const { caseId, caseKey, answering, ask, answer } = await claimed();
    await ask();
    await upload(citizen.ctx, caseId, await sealFile(citizen.keys.signing, caseKey));
    expect(await answer()).toMatchObject({ messageId: answering.message.messageId, sequence: 3 });
    expect(await stateOf(portal, caseId)).toEqual({ state: "IN_PROGRESS", version: 6 });
    expect(await dueOf(portal, caseId)).toBeNull();
    expect((await auditOf(portal, caseId)).at(-1)).toEqual({ type: "case.answered", actor: "citizen", payload: {} });
    expect(await eventsOf(portal, caseId)).toEqual([
      "citizen case.received",
      "official case.claimed",
      "official case.asked",
      "citizen document.stored",
      "citizen case.answered",
    ]);
    expect((await getCase(official.ctx, { caseId })).summary.may.askCitizen).toBe(true);
  });

  it("is done once, also when the first answer was lost", async () => {
    const { ask, answer } = await claimed();
    await ask();
    const first = await answer();
    const before = await portal.imprint();
    expect(await answer()).toEqual(first);
    expect(await portal.imprint()).toEqual(before);
  });

  it("is refused when nothing was asked, and does not end the waiting as a mere message", async () => {
    const { caseId, answering, ask, answer } = await claimed();
    expect(await refused(() => answer())).toBe("case.wrong-state");
    await ask();
    await sendMessage(citizen.ctx, { caseId, message: answering.message });
    expect(await stateOf(portal, caseId)).toMatchObject({ state: "WAITING" });
  });

  it("waits no longer when the case was withdrawn", async () => {
    const { caseId, ask, answer } = await claimed();
    await ask();
    await withdrawCase(citizen.ctx, { caseId, version: 5 });
    expect(await dueOf(portal, caseId)).toBeNull();
    expect(await refused(() => answer())).toBe("case.wrong-state");
  });
});

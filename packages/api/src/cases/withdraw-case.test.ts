import { afterAll, describe, expect, it } from "vitest";
import { sendMessage } from "../messages/send-message.ts";
import { openPortal } from "../testing/portal.ts";
import { refusalIn } from "../testing/refusal.ts";
import { auditOf, changesOf, eventsOf, stateOf } from "../testing/rows.ts";
import { sealFile, sendCase, start, writeMessage } from "../testing/sealing.ts";
import { claimCase } from "./claim-case.ts";
import { getCase } from "./get-case.ts";
import { withdrawCase } from "./withdraw-case.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
const official = await portal.official(0);

const refused = refusalIn(portal);

describe("withdrawing a case", () => {
  it("ends it on record, tells both sides, and leaves everything readable for both", async () => {
    const { caseId, document } = await sendCase(portal, citizen);
    expect(await withdrawCase(citizen.ctx, { caseId, version: 3 })).toEqual({ caseId, version: 4 });
    expect(await stateOf(portal, caseId)).toEqual({ state: "WITHDRAWN", version: 4 });
    expect((await auditOf(portal, caseId)).at(-1)).toEqual({ type: "case.withdrawn", actor: "citizen", payload: {} });
    expect((await changesOf(portal, caseId)).slice(-2)).toEqual(["unit case.withdrawn", "citizen case.withdrawn"]);
    expect((await eventsOf(portal, caseId)).at(-1)).toBe("citizen case.withdrawn");
    for (const { ctx } of [citizen, official])
      expect((await getCase(ctx, { caseId })).documents).toMatchObject([{ documentId: document.documentId }]);
  });

  it("leaves nothing to do in it: no message, no document, no claim, no second withdrawal", async () => {
    const { caseId, caseKey, first } = await sendCase(portal, citizen);
    await withdrawCase(citizen.ctx, { caseId, version: 3 });
    const { message } = await writeMessage(citizen.keys.signing, caseKey, first.end);
    const file = await sealFile(citizen.keys.signing, caseKey);
    for (const call of [
      () => sendMessage(citizen.ctx, { caseId, message }),
      () => start(citizen.ctx, caseId, file),
      () => claimCase(official.ctx, { caseId, version: 4 }),
      () => withdrawCase(citizen.ctx, { caseId, version: 4 }),
    ])
      expect(await refused(call)).toBe("case.wrong-state");
    const { may } = (await getCase(citizen.ctx, { caseId })).summary;
    expect(Object.values(may).some(Boolean)).toBe(false);
  });

  it("of a picture that is out of date is a conflict", async () => {
    const { caseId } = await sendCase(portal, citizen);
    await claimCase(official.ctx, { caseId, version: 3 });
    expect(await refused(() => withdrawCase(citizen.ctx, { caseId, version: 3 }))).toBe("case.conflict");
  });
});

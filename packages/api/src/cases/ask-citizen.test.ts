import { germanDay } from "@dvd/domain/case/due-date";
import { afterAll, describe, expect, it } from "vitest";
import { appRouter } from "../root.ts";
import { claimedCase, dueOf, inAWeek } from "../testing/asking.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome, refusalIn } from "../testing/refusal.ts";
import { auditOf, changesOf, eventsOf, stateOf } from "../testing/rows.ts";
import { writeMessage } from "../testing/sealing.ts";
import { encodeBase64 } from "../wire.ts";
import { askCitizen } from "./ask-citizen.ts";
import { getCase } from "./get-case.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
const [official, colleague] = [await portal.official(0), await portal.official(1)];
const refused = refusalIn(portal);
const claimed = () => claimedCase(portal, { citizen, official });

describe("asking the citizen", () => {
  it("stores what is asked for sealed, until when in the clear, and hands the case over", async () => {
    const { caseId, asking, ask } = await claimed();
    expect(await ask()).toMatchObject({ messageId: asking.message.messageId, sequence: 2 });
    expect(await stateOf(portal, caseId)).toEqual({ state: "WAITING", version: 5 });
    expect(await dueOf(portal, caseId)).toBe(inAWeek);
    expect((await auditOf(portal, caseId)).at(-1)).toEqual({
      type: "case.asked",
      actor: "official",
      payload: { dueOn: inAWeek },
    });
    expect((await changesOf(portal, caseId)).slice(-2)).toEqual(["unit case.asked", "citizen case.asked"]);
    expect((await eventsOf(portal, caseId)).at(-1)).toBe("official case.asked");
    const { summary } = await getCase(citizen.ctx, { caseId });
    expect(summary).toMatchObject({ state: "WAITING", dueOn: inAWeek, may: { answer: true, askCitizen: false } });
  });

  it("is done once, also when the first answer was lost", async () => {
    const { ask } = await claimed();
    const first = await ask();
    const before = await portal.imprint();
    expect(await ask()).toEqual(first);
    expect(await portal.imprint()).toEqual(before);
  });

  it("is for who took the case, and for a day that can still come", async () => {
    const { caseId, caseKey, asking, ask } = await claimed();
    const { message } = await writeMessage(colleague.keys.signing, caseKey);
    expect(await refused(() => askCitizen(colleague.ctx, { caseId, message, dueOn: inAWeek }))).toBe(
      "case.not-assigned",
    );
    for (const dueOn of [germanDay(new Date()), "2020-02-29", "2999-01-01"])
      expect(await refused(() => ask(asking, dueOn)), dueOn).toBe("case.due-date");
    const wired = Object.fromEntries(
      Object.entries(asking.message).map(([key, value]) => [
        key,
        value instanceof Uint8Array ? encodeBase64(value) : value,
      ]),
    );
    // The type of a call; the values are what a wire could bring.
    const call = (dueOn: string) =>
      outcome(appRouter.createCaller(official.request).cases.askCitizen({ caseId, message: wired, dueOn } as never));
    for (const dueOn of ["2026-13-01", "01.12.2026", "tomorrow", ""]) expect(await call(dueOn)).toBe("request.invalid");
    expect(await call(inAWeek)).toBe("accepted");
  });

  it("is refused while the case waits already", async () => {
    const { caseKey, asking, ask } = await claimed();
    await ask();
    const another = await writeMessage(official.keys.signing, caseKey, asking.end);
    expect(await refused(() => ask(another))).toBe("case.wrong-state");
  });
});

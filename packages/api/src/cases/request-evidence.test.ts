import { daysAfter, germanDay } from "@dvd/domain/case/due-date";
import { afterAll, describe, expect, it } from "vitest";
import { sendMessage } from "../messages/send-message.ts";
import { appRouter } from "../root.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { auditOf, changesOf, eventsOf, stateOf } from "../testing/rows.ts";
import { type Letter, sealFile, sendCase, upload, writeMessage } from "../testing/sealing.ts";
import { encodeBase64 } from "../wire.ts";
import { answerRequest } from "./answer-request.ts";
import { askCitizen } from "./ask-citizen.ts";
import { claimCase } from "./claim-case.ts";
import { getCase } from "./get-case.ts";
import { resumeCase } from "./resume-case.ts";
import { withdrawCase } from "./withdraw-case.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
const [official, colleague] = [await portal.official(0), await portal.official(1)];
const inAWeek = daysAfter(germanDay(new Date()), 7);

async function claimed() {
  const sent = await sendCase(portal, citizen);
  const { caseId, caseKey } = sent;
  await claimCase(official.ctx, { caseId, version: 3 });
  const asking = await writeMessage(official.keys.signing, caseKey);
  const answering = await writeMessage(citizen.keys.signing, caseKey, sent.first.end);
  return {
    ...sent,
    asking,
    answering,
    ask: ({ message } = asking, dueOn = inAWeek) => askCitizen(official.ctx, { caseId, message, dueOn }),
    answer: ({ message }: Letter = answering) => answerRequest(citizen.ctx, { caseId, message }),
  };
}

async function refused(call: () => Promise<unknown>) {
  const before = await portal.imprint();
  const code = await outcome(call());
  expect(await portal.imprint()).toEqual(before);
  return code;
}

const dueOf = async (caseId: string) =>
  (await portal.sql<{ due: string | null }[]>`select due_on::text as due from cases where id = ${caseId}`)[0]?.due;

describe("asking the citizen", () => {
  it("stores what is asked for sealed, until when in the clear, and hands the case over", async () => {
    const { caseId, asking, ask } = await claimed();
    expect(await ask()).toMatchObject({ messageId: asking.message.messageId, sequence: 2 });
    expect(await stateOf(portal, caseId)).toEqual({ state: "WAITING", version: 5 });
    expect(await dueOf(caseId)).toBe(inAWeek);
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

describe("going on without the answer", () => {
  it("gives the case back on record, tells both sides, and leaves the citizen free to write", async () => {
    const { caseId, answering, ask } = await claimed();
    await ask();
    expect(await resumeCase(official.ctx, { caseId, version: 5 })).toEqual({ caseId, version: 6 });
    expect(await stateOf(portal, caseId)).toEqual({ state: "IN_PROGRESS", version: 6 });
    expect(await dueOf(caseId)).toBeNull();
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

describe("the citizen's answer", () => {
  it("comes with documents and gives the case back", async () => {
    const { caseId, caseKey, answering, ask, answer } = await claimed();
    await ask();
    await upload(citizen.ctx, caseId, await sealFile(citizen.keys.signing, caseKey));
    expect(await answer()).toMatchObject({ messageId: answering.message.messageId, sequence: 3 });
    expect(await stateOf(portal, caseId)).toEqual({ state: "IN_PROGRESS", version: 6 });
    expect(await dueOf(caseId)).toBeNull();
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
    expect(await dueOf(caseId)).toBeNull();
    expect(await refused(() => answer())).toBe("case.wrong-state");
  });
});

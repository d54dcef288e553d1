import { daysAfter, germanDay } from "@dvd/domain/case/due-date";
import { type CaseGroup, caseGroupNames } from "@dvd/domain/case/lifecycle";
import type { CaseId } from "@dvd/domain/ids";
import { afterAll, describe, expect, it } from "vitest";
import { appRouter } from "../root.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { openCase, sendCase, writeMessage } from "../testing/sealing.ts";
import { placeOf } from "../testing/towns.ts";
import { askCitizen } from "./ask-citizen.ts";
import { claimCase } from "./claim-case.ts";
import { listInbox, listOwnCases } from "./list-cases.ts";
import { withdrawCase } from "./withdraw-case.ts";

const portal = await openPortal();
afterAll(() => portal.close());
const citizen = await portal.citizen();
const [official, colleague, nextDoor, foreigner] = [
  await portal.official(0),
  await portal.official(1),
  await portal.official(2),
  await portal.official(3),
];

// Five cases per instant, in both units: only the id can tell their order.
const instant = (group: number) => new Date(Date.UTC(2026, 0, 1) + group * 60_000);
const sent: { caseId: CaseId; unit: "front" | "back"; at: number }[] = [];
for (let made = 0; made < 25; made += 1) {
  const at = instant(Math.floor(made / 5));
  const ctx = { ...citizen.ctx, now: () => at };
  const isBack = made % 3 === 0;
  const { caseId } = await sendCase(portal, { ...citizen, ctx }, isBack ? placeOf.nextDoor : placeOf.here);
  sent.push({ caseId, unit: isBack ? "back" : "front", at: at.getTime() });
}
const { caseId: foreign } = await sendCase(portal, citizen, placeOf.there);
await openCase(portal, citizen);

const newestFirst = sent.toSorted((one, other) => other.at - one.at || (one.caseId < other.caseId ? 1 : -1));
const idsOf = (unit?: "front" | "back") =>
  newestFirst.filter((row) => !unit || row.unit === unit).map(({ caseId }) => caseId);

type List = (input: { cursor?: string; limit: number }) => ReturnType<typeof listInbox>;

async function readAll(list: List, limit: number) {
  const pages: string[][] = [];
  let cursor: string | null | undefined;
  do {
    const page = await list({ limit, ...(cursor && { cursor }) });
    pages.push(page.cases.map(({ caseId }) => caseId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  return pages;
}

describe("the inbox", () => {
  it("of two units comes merged and in order, page by page, without gaps or doubles", async () => {
    const unitIds = [...official.ctx.actor.unitIds, ...nextDoor.ctx.actor.unitIds];
    const ofBoth = { ...official.ctx, actor: { ...official.ctx.actor, unitIds } };
    const pages = await readAll((input) => listInbox(ofBoth, input), 7);
    expect(pages.map(({ length }) => length)).toEqual([7, 7, 7, 4]);
    expect(pages.flat()).toEqual(idsOf());
  });

  it("of one unit comes in full pages", async () => {
    const pages = await readAll((input) => listInbox(official.ctx, input), 7);
    expect(pages.map(({ length }) => length)).toEqual([7, 7, 2]);
    expect(pages.flat()).toEqual(idsOf("front"));
  });

  it("has the cases of the own units only, and no drafts", async () => {
    const inboxOf = async ({ ctx }: typeof official) => (await readAll((input) => listInbox(ctx, input), 100)).flat();
    expect(await inboxOf(official)).toEqual(idsOf("front"));
    expect(await inboxOf(nextDoor)).toEqual(idsOf("back"));
    expect(await inboxOf(foreigner)).toEqual([foreign]);
  });

  it("offers a case to whom the command would let take it, and to nobody whom the authority has not signed for", async () => {
    const newcomer = await portal.recruit("official");
    const offered = async ({ ctx }: typeof official) => {
      const { cases } = await listInbox(ctx, { limit: 100 });
      return cases.filter(({ may }) => may.claim);
    };
    expect(await offered(newcomer)).toEqual([]);
    const [first] = await offered(official);
    if (!first) throw new Error("there is something to take");
    const take = { caseId: first.caseId, version: first.version };
    expect(await outcome(claimCase(newcomer.ctx, take))).toBe("member.not-believed");
    // Without keys at all the list is still there.
    const { ctx } = await portal.recruitAs("auditor");
    const keyless = { ...ctx, actor: { ...ctx.actor, unitIds: official.ctx.actor.unitIds } };
    expect((await listInbox(keyless, { limit: 100 })).cases.map(({ may }) => may.claim)).not.toContain(true);
  });

  it("shows nothing of a unit of another authority, even to who claims to be in it", async () => {
    const { unitIds } = foreigner.ctx.actor;
    const pretender = { ...official.ctx, actor: { ...official.ctx.actor, unitIds } };
    expect(await listInbox(pretender, { limit: 100 })).toEqual({ cases: [], nextCursor: null });
  });

  it("says whether I or a colleague has a case; its citizen learns only that somebody has", async () => {
    const [caseId] = idsOf("front");
    if (!caseId) throw new Error("the inbox is empty");
    const { version } = (await listInbox(official.ctx, { limit: 1 })).cases[0] ?? { version: 0 };
    await claimCase(official.ctx, { caseId, version });
    expect((await listInbox(official.ctx, { limit: 1 })).cases).toMatchObject([{ caseId, assignedTo: "me" }]);
    expect((await listInbox(colleague.ctx, { limit: 1 })).cases).toMatchObject([{ caseId, assignedTo: "colleague" }]);
    const own = await listOwnCases(citizen.ctx, { group: "open", limit: 1 });
    expect(own.cases).toMatchObject([{ caseId, assignedTo: "colleague" }]);
  });
});

describe("a citizen's list", () => {
  it("has the own cases of every authority, the last touched first, and no drafts", async () => {
    const own = (await readAll((input) => listOwnCases(citizen.ctx, { group: "open", ...input }), 7)).flat();
    expect(new Set(own)).toEqual(new Set([...idsOf(), foreign]));
    expect(own).toHaveLength(26);
  });

  it("of somebody else is empty", async () => {
    const stranger = await portal.citizen();
    for (const group of caseGroupNames)
      expect(await listOwnCases(stranger.ctx, { group, limit: 100 })).toEqual({ cases: [], nextCursor: null });
  });

  it("tells what waits for its citizen from what runs without them and what is over", async () => {
    const owner = await portal.citizen();
    const inGroup = async (group: CaseGroup) =>
      (await listOwnCases(owner.ctx, { group, limit: 100 })).cases.map(({ caseId, dueOn }) => ({ caseId, dueOn }));
    const [asked, quiet] = [await sendCase(portal, owner), await sendCase(portal, owner)];
    await claimCase(official.ctx, { caseId: asked.caseId, version: 3 });
    const { message } = await writeMessage(official.keys.signing, asked.caseKey);
    const dueOn = daysAfter(germanDay(new Date()), 7);
    await askCitizen(official.ctx, { caseId: asked.caseId, message, dueOn });
    expect(await inGroup("todo")).toEqual([{ caseId: asked.caseId, dueOn }]);
    expect(await inGroup("open")).toEqual([{ caseId: quiet.caseId, dueOn: null }]);

    await withdrawCase(owner.ctx, { caseId: quiet.caseId, version: 3 });
    expect(await inGroup("open")).toEqual([]);
    expect(await inGroup("finished")).toEqual([{ caseId: quiet.caseId, dueOn: null }]);
  });
});

describe("a list", () => {
  const call = (input: object) => outcome(appRouter.createCaller(official.request).cases.listInbox(input));

  it("has a page of 1 to 100", async () => {
    for (const limit of [1, 100]) expect(await call({ limit }), `${limit}`).toBe("accepted");
    for (const limit of [0, 101, 1.5, "7"]) expect(await call({ limit }), `${limit}`).toBe("request.invalid");
  });

  it("refuses a cursor that it has not made", async () => {
    for (const cursor of ["", "nonsense", "%", "A".repeat(121)])
      expect(await call({ cursor }), cursor).toBe("request.invalid");
  });
});

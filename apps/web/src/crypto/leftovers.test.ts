import { expect, it } from "vitest";
import { createBegunCases } from "./begun-cases.ts";
import { createLeftovers } from "./leftovers.ts";
import { memoryCases } from "./testing/memory-cases.ts";
import { memoryRecords } from "./testing/memory-uploads.ts";

const purpose = { accountId: "a", bundle: "send/d", target: "t/u/05123/" };

async function device() {
  const [disk, { records }] = [memoryCases(), memoryRecords()];
  const cases = createBegunCases(disk.store, () => new Date("2026-11-21T20:00:00.000Z"));
  const begin = async (change: Partial<typeof purpose> = {}) => (await cases.caseFor({ ...purpose, ...change })).caseId;
  return { begin, cases, ...createLeftovers(cases, records) };
}

it("a draft has left every case that was begun for it, and no other's; none once it was sent", async () => {
  const { begin, cases, casesOf, casesBeside } = await device();
  const [one, other] = [await begin(), await begin({ target: "t/v/05123/" })];
  await begin({ bundle: "send/e" });
  await begin({ accountId: "b" });
  expect((await casesOf("a", "send/d")).toSorted()).toEqual([one, other].toSorted());
  await cases.handOver(one, async () => ({ caseId: one }) as never);
  expect((await casesOf("a", "send/d")).toSorted()).toEqual([one, other].toSorted());
  await cases.settle("a", "send/d", one);
  expect(await casesOf("a", "send/d")).toEqual([]);
  expect(await casesBeside(one)).toEqual([]);
});

it("a case has those beside it that another office did not get, and none that one may have", async () => {
  const { begin, cases, casesBeside } = await device();
  const [one, other] = [await begin(), await begin({ target: "t/v/05123/" })];
  await begin({ bundle: "send/e" });
  expect(await casesBeside(one)).toEqual([other]);
  await cases.handOver(other, async () => ({ caseId: other }) as never);
  expect(await casesBeside(one)).toEqual([]);
  expect(await casesBeside("none")).toEqual([]);
});

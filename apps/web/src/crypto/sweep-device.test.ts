import { expect, it } from "vitest";
import { sweepDevice } from "./sweep-device.ts";
import { memoryFiles, memoryRecords } from "./testing/memory-uploads.ts";
import { createUploads } from "./uploads/uploads.ts";

const start = new Date("2026-11-21T20:00:00.000Z");
const week = 7 * 86_400_000;

it("removes documents of every account seven days later, unless their draft is still written", async () => {
  let now = start;
  const [{ records, isEmpty }, kept] = [memoryRecords(), memoryFiles()];
  const caseOf = () => {
    throw new Error("nothing is sealed here");
  };
  const { removeFilesBefore, ...uploads } = createUploads({ records, files: kept.files, caseOf, now: () => now });
  const file = new File(["content"], "nachweis.pdf");
  const about = { slot: "a", name: file.name, type: "application/pdf", flags: [], file };
  const bundles = [
    { accountId: "gone", bundle: "send/1" },
    { accountId: "gone", bundle: "answer/2" },
    { accountId: "here", bundle: "send/1" },
  ];
  for (const of of bundles) await uploads.addFile({ ...about, ...of, fileId: crypto.randomUUID() });

  const asked: number[] = [];
  let alive = bundles.slice(2);
  const sweep = () =>
    sweepDevice({
      drafts: { sweepDrafts: async () => alive },
      uploads: { removeFilesBefore },
      cases: { forgetBefore: async (time) => void asked.push(time) },
      now: () => now,
    });
  const left = async () => (await records.listAll()).map(({ accountId, bundle }) => ({ accountId, bundle }));

  now = new Date(start.getTime() + week - 1);
  await sweep();
  expect(await left()).toEqual(bundles);
  now = new Date(start.getTime() + week);
  await sweep();
  expect(await left()).toEqual(alive);
  expect(asked).toEqual([start.getTime() - 1, start.getTime()]);
  alive = [];
  await sweep();
  expect(isEmpty() && kept.isEmpty()).toBe(true);
});

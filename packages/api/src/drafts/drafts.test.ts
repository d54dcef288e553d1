import { draftKey, sealDraft } from "@dvd/crypto";
import { draftLimits, draftSweepAt } from "@dvd/domain/form/draft-limits";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { jobPayloads } from "../adapters/jobs/definitions.ts";
import type { CitizenCtx } from "../context.ts";
import { submitCase } from "../cases/submit-case.ts";
import { type Citizen, openPortal, type Portal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { anId, openCase, sealFile, upload, writeMessage } from "../testing/sealing.ts";
import { decodeBase64 } from "../wire.ts";
import { listDrafts } from "./list-drafts.ts";
import { removeDraft } from "./remove-draft.ts";
import { removeOldDraft } from "./remove-old-draft.ts";
import { saveDraft } from "./save-draft.ts";

const dayMs = 86_400_000;
const start = new Date("2026-11-21T20:00:00.000Z");
const vaultKey = new Uint8Array(32).fill(7);
const words = new TextEncoder().encode("Was niemand sonst liest");

let portal: Portal;
let citizen: Citizen;

beforeAll(async () => {
  portal = await openPortal();
});
afterAll(() => portal.close());
beforeEach(async () => {
  citizen = await portal.citizen();
});

const at = (ctx: CitizenCtx, now: Date): CitizenCtx => ({ ...ctx, now: () => now });
const later = (days: number) => new Date(start.getTime() + days * dayMs);

async function sealedFor({ ctx }: Citizen, draftId: string, version: number) {
  const accountId = ctx.actor.citizenId;
  return sealDraft(await draftKey(vaultKey, accountId), { accountId, draftId, version }, words);
}

const save = async (
  owner: Citizen,
  {
    draftId,
    version,
    expected = version - 1,
    now = start,
  }: { draftId: string; version: number; expected?: number; now?: Date },
) =>
  saveDraft(at(owner.ctx, now), {
    draftId,
    expectedVersion: expected,
    sealed: await sealedFor(owner, draftId, version),
  });

const versions = async (owner: Citizen, now = start) =>
  (await listDrafts(at(owner.ctx, now))).drafts.map(({ version }) => version);

const sweeps = (draftId: string) =>
  portal.sql<{ data: unknown; startAfter: string }[]>`
    select data, start_after as "startAfter" from pgboss.job
    where name = 'remove-old-draft' and data->>'draftId' = ${draftId} order by start_after`;

describe("a draft that is kept here", () => {
  it("comes back as it was sealed, and only to the person who left it", async () => {
    const draftId = anId();
    await save(citizen, { draftId, version: 1 });
    const { drafts } = await listDrafts(at(citizen.ctx, start));
    expect(drafts).toMatchObject([{ draftId, version: 1, changedAt: start.toISOString() }]);
    const [row] = await portal.sql<{ sealed: Uint8Array }[]>`select sealed from drafts where draft_id = ${draftId}`;
    expect(decodeBase64(drafts[0]?.sealed ?? "")).toEqual(new Uint8Array(row?.sealed ?? []));
    const stranger = await portal.citizen();
    expect(await versions(stranger)).toEqual([]);
  });

  it("holds nothing that could be read, not even the service", async () => {
    await save(citizen, { draftId: anId(), version: 1 });
    const rows = await portal.sql`select * from drafts`;
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual([
      "citizen_id",
      "created_at",
      "draft_id",
      "sealed",
      "updated_at",
      "version",
    ]);
    for (const { sealed } of rows) expect(Buffer.from(sealed).includes(Buffer.from(words))).toBe(false);
  });

  it("is not overwritten by who has not seen its newest version", async () => {
    const draftId = anId();
    await save(citizen, { draftId, version: 4, expected: 0 });
    await save(citizen, { draftId, version: 7, expected: 4 });
    expect(await outcome(save(citizen, { draftId, version: 8, expected: 4 }))).toBe("draft.conflict");
    expect(await outcome(save(citizen, { draftId, version: 8, expected: 0 }))).toBe("draft.conflict");
    expect(await versions(citizen)).toEqual([7]);
    const twice = [
      save(citizen, { draftId, version: 8, expected: 7 }),
      save(citizen, { draftId, version: 9, expected: 7 }),
    ];
    expect((await Promise.all(twice.map(outcome))).toSorted()).toEqual(["accepted", "draft.conflict"]);
  });

  it("cannot come back under another name, in an older version, or after it was removed", async () => {
    const draftId = anId();
    await save(citizen, { draftId, version: 2, expected: 0 });
    expect(await outcome(save(citizen, { draftId, version: 2, expected: 2 }))).toBe("request.invalid");
    const sealed = await sealedFor(citizen, draftId, 3);
    const named = (name: string, of = citizen) => saveDraft(of.ctx, { draftId: name, expectedVersion: 0, sealed });
    expect(await outcome(named(anId()))).toBe("request.invalid");
    expect(await outcome(named(draftId, await portal.citizen()))).toBe("request.invalid");
    const broken = sealed.map((byte, place) => (place === 0 ? byte ^ 1 : byte));
    expect(await outcome(saveDraft(citizen.ctx, { draftId, expectedVersion: 2, sealed: broken }))).toBe(
      "request.invalid",
    );
    await removeDraft(citizen.ctx, { draftId });
    await removeDraft(citizen.ctx, { draftId });
    expect(await outcome(save(citizen, { draftId, version: 3, expected: 2 }))).toBe("draft.not-found");
  });

  it("of somebody else is neither changed nor removed by its id", async () => {
    const draftId = anId();
    const stranger = await portal.citizen();
    await save(citizen, { draftId, version: 1 });
    await save(stranger, { draftId, version: 5, expected: 0 });
    await removeDraft(stranger.ctx, { draftId });
    expect(await versions(citizen)).toEqual([1]);
  });

  it("is one of ten at most; one that is over makes room", async () => {
    for (let left = draftLimits.perCitizen; left > 0; left -= 1) await save(citizen, { draftId: anId(), version: 1 });
    expect(await outcome(save(citizen, { draftId: anId(), version: 1 }))).toBe("draft.too-many");
    expect(await outcome(save(citizen, { draftId: anId(), version: 1, now: later(7) }))).toBe("accepted");
  });

  it("is not shown any more seven days after its last change", async () => {
    const draftId = anId();
    await save(citizen, { draftId, version: 1 });
    await save(citizen, { draftId, version: 2, now: later(3) });
    expect(await versions(citizen, new Date(later(10).getTime() - 1))).toEqual([2]);
    expect(await versions(citizen, later(10))).toEqual([]);
  });

  it("is removed by the worker when its time is over, and not while somebody goes on with it", async () => {
    const draftId = anId();
    await save(citizen, { draftId, version: 1 });
    await save(citizen, { draftId, version: 2, now: new Date(start.getTime() + 60_000) });
    await save(citizen, { draftId, version: 3, now: later(2) });
    const jobs = await sweeps(draftId);
    expect(jobs.map(({ startAfter }) => new Date(startAfter))).toEqual([draftSweepAt(start), draftSweepAt(later(2))]);

    const run = ({ data, startAfter }: (typeof jobs)[number]) =>
      removeOldDraft(
        { ...portal.workerDeps, now: () => new Date(startAfter) },
        jobPayloads["remove-old-draft"].parse(data),
      );
    expect(await Promise.all(jobs.slice(0, 1).map(run))).toEqual([{ drafts: 0 }]);
    expect(await versions(citizen, later(3))).toEqual([3]);
    expect(await Promise.all(jobs.slice(1).map(run))).toEqual([{ drafts: 1 }]);
    expect(await portal.sql`select 1 from drafts where draft_id = ${draftId}`).toEqual([]);
  });

  it("is gone when what was written from it is sent", async () => {
    const [draftId, other] = [anId(), anId()];
    for (const id of [draftId, other]) await save(citizen, { draftId: id, version: 1 });
    const { caseId, caseKey } = await openCase(portal, citizen);
    await upload(citizen.ctx, caseId, await sealFile(citizen.keys.signing, caseKey));
    const { message } = await writeMessage(citizen.keys.signing, caseKey);
    await submitCase(citizen.ctx, { caseId, message, draftId });
    const { drafts } = await listDrafts(at(citizen.ctx, start));
    expect(drafts.map((draft) => draft.draftId)).toEqual([other]);
  });
});

import type { NativeKey } from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import { describe, expect, it } from "vitest";
import { createDeviceDrafts, type DraftEntry, type DraftStore } from "./device-drafts.ts";

const accountId = "0189aaaa-0000-7000-8000-000000000001";
const other = "0189aaaa-0000-7000-8000-000000000002";
const draftId = "0189dddd-0000-7000-8000-000000000001";
const start = new Date("2026-11-21T20:00:00.000Z");

/** A browser's storage, without a browser. Two windows share it. */
function device() {
  const entries = new Map<string, DraftEntry>();
  const keys = new Map<string, NativeKey>();
  let turn: Promise<unknown> = Promise.resolve();
  const store: DraftStore = {
    exclusively: (work) => {
      const mine = turn.then(work);
      turn = mine.catch(() => undefined);
      return mine;
    },
    list: async () => [...entries.values()],
    put: async (entry) => void entries.set(entry.accountId + entry.draftId, entry),
    remove: async (...at) => void entries.delete(at.join("")),
    key: async (id) => keys.get(id),
    putKey: async (id, key) => void keys.set(id, key),
    removeKey: async (id) => void keys.delete(id),
  };
  let now = start;
  const ended: string[] = [];
  const drafts = createDeviceDrafts(
    store,
    () => now,
    async (...of) => void ended.push(of.join(" ")),
  );
  const save = (content: string, expectedVersion: number, of = accountId, keptVersion = 0) =>
    drafts.saveDeviceDraft({ accountId: of, draftId, expectedVersion, keptVersion, content });
  return { ...drafts, entries, keys, ended, save, wait: (ms: number) => (now = new Date(now.getTime() + ms)) };
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "accepted",
    (error: unknown) => (error instanceof DomainError ? error.code : "another error"),
  );

describe("a draft on this device", () => {
  it("comes back to its own account, and lies on the disk sealed", async () => {
    const { save, listDeviceDrafts, entries, keys } = device();
    await save("Geheimes Wort", 0);
    expect(await listDeviceDrafts(accountId)).toEqual([
      { draftId, version: 1, keptVersion: 0, changedAt: start.toISOString(), content: "Geheimes Wort" },
    ]);
    expect(await listDeviceDrafts(other)).toEqual([]);
    for (const { sealed } of entries.values()) expect(Buffer.from(sealed).includes("Geheimes")).toBe(false);
    for (const key of keys.values()) expect(key.extractable).toBe(false);
  });

  it("is not overwritten by a window that has not seen its newest version", async () => {
    const { save, listDeviceDrafts } = device();
    await save("erste", 0);
    const both = await Promise.all([codeOf(save("links", 1)), codeOf(save("rechts", 1))]);
    expect(both).toEqual(["accepted", "draft.conflict"]);
    expect(await codeOf(save("von vorn", 0))).toBe("draft.conflict");
    expect((await listDeviceDrafts(accountId))[0]?.content).toBe("links");
  });

  it("does not come back from a window that still shows it after it was sent", async () => {
    const { save, removeDeviceDraft, listDeviceDrafts } = device();
    await save("erste", 0);
    await removeDeviceDraft(accountId, draftId);
    expect(await codeOf(save("zweite", 1))).toBe("draft.not-found");
    expect(await listDeviceDrafts(accountId)).toEqual([]);
  });

  it("goes on counting from the version that the server has", async () => {
    const { save, noteKeptDraft, listDeviceDrafts } = device();
    expect((await save("vom Server", 0, accountId, 7)).version).toBe(8);
    await noteKeptDraft(accountId, draftId, 8);
    await noteKeptDraft(accountId, draftId, 3);
    expect((await listDeviceDrafts(accountId))[0]).toMatchObject({ version: 8, keptVersion: 8 });
  });

  it("is gone from the disk seven days after its last change", async () => {
    const { save, wait, listDeviceDrafts, entries, ended } = device();
    await save("alt", 0);
    wait(7 * 86_400_000 - 1);
    expect(await listDeviceDrafts(accountId)).toHaveLength(1);
    wait(1);
    expect(await listDeviceDrafts(accountId)).toEqual([]);
    expect(entries.size).toBe(0);
    expect(ended).toEqual([`${accountId} send/${draftId}`]);
  });

  it("goes with its documents after seven days, whoever is signed in", async () => {
    const { save, wait, sweepDrafts, entries, ended } = device();
    await save("alt", 0);
    wait(86_400_000);
    await save("neuer", 0, other);
    wait(6 * 86_400_000);
    expect(await sweepDrafts()).toEqual([{ accountId: other, bundle: `send/${draftId}` }]);
    expect([...entries.values()].map((entry) => entry.accountId)).toEqual([other]);
    expect(ended).toEqual([`${accountId} send/${draftId}`]);
  });

  it("leaves nothing behind when the device forgets its account, and only then", async () => {
    const { save, forgetDrafts, listDeviceDrafts, entries, keys } = device();
    await save("meins", 0);
    await save("deins", 0, other);
    await forgetDrafts(accountId);
    expect([entries.size, keys.size]).toEqual([1, 1]);
    expect((await listDeviceDrafts(other))[0]?.content).toBe("deins");
  });

  it("that was changed on the disk, or moved to another account, does not open", async () => {
    const { save, listDeviceDrafts, entries } = device();
    await save("meins", 0);
    await save("deins", 0, other);
    const [mine, yours] = [...entries.values()];
    if (mine && yours) entries.set(accountId + draftId, { ...mine, sealed: yours.sealed });
    expect(await listDeviceDrafts(accountId)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { readDrafts } from "./read-drafts.ts";

/** A device with one draft, of which the server has this version, and a server with none. */
async function read(keptVersion: number, isReachable = true) {
  const calls: string[][] = [];
  const content = JSON.stringify({});
  const draft = { draftId: "d", version: 1, keptVersion, changedAt: "2026-11-21T20:00:00.000Z", content };
  const keys = {
    listDeviceDrafts: async () => [draft],
    openServerDrafts: async () => [],
    removeDeviceDraft: async (...of: string[]) => void calls.push(["removeHere", ...of]),
    endBundle: async (...of: string[]) => void calls.push(["endBundle", ...of]),
  };
  const query = async () => {
    if (!isReachable) throw new Error("offline");
    return { drafts: [] };
  };
  // As much of both as reading touches.
  await readDrafts({ keys, client: { drafts: { listDrafts: { query } } }, accountId: "a", hasKeys: true } as never);
  return calls;
}

describe("a draft on this device that the server has no more", () => {
  it("was sent or deleted elsewhere: it goes, and its documents with it", async () => {
    expect(await read(1)).toEqual([
      ["removeHere", "a", "d"],
      ["endBundle", "a", "send/d"],
    ]);
  });

  it("stays with its documents when the server never had it, or could not be asked", async () => {
    expect(await read(0)).toEqual([]);
    expect(await read(1, false)).toEqual([]);
  });
});

import { writeDraft } from "@dvd/domain/form/draft-content";
import { describe, expect, it } from "vitest";
import { readDrafts } from "./read-drafts.ts";

const content = writeDraft({
  serviceKey: "DEMO0000000010",
  slug: "hund-anmelden",
  form: 1,
  postalCode: "05123",
  ars: null,
  answers: {},
  isWithoutDocuments: false,
  documents: [],
  step: "check",
});

/** A device with one draft, of which the server has this version, and a server with none. */
async function read(keptVersion: number, { isReachable = true, handedOver = "" } = {}) {
  const calls: string[][] = [];
  const draft = { draftId: "d", version: 1, keptVersion, changedAt: "2026-11-21T20:00:00.000Z", content };
  const keys = {
    listDeviceDrafts: async () => [draft],
    openServerDrafts: async () => [],
    handedOver: async (...of: string[]) => (of.join(" ") === handedOver ? {} : null),
    removeDeviceDraft: async (...of: string[]) => void calls.push(["removeHere", ...of]),
    endBundle: async (...of: string[]) => void calls.push(["endBundle", ...of]),
  };
  const query = async () => {
    if (!isReachable) throw new Error("offline");
    return { drafts: [] };
  };
  // As much of both as reading touches.
  const known = await readDrafts({
    keys,
    client: { drafts: { listDrafts: { query } } },
    accountId: "a",
    hasKeys: true,
  } as never);
  return { calls, known: known.map(({ newest, isUnconfirmed }) => ({ draftId: newest.draftId, isUnconfirmed })) };
}

describe("a draft on this device that the server has no more", () => {
  it("was sent or deleted elsewhere: it goes, and its documents with it", async () => {
    expect(await read(1)).toEqual({
      calls: [
        ["removeHere", "a", "d"],
        ["endBundle", "a", "send/d"],
      ],
      known: [],
    });
  });

  it("stays with its documents when the server never had it, or could not be asked", async () => {
    const stays = { calls: [], known: [{ draftId: "d", isUnconfirmed: false }] };
    expect(await read(0)).toEqual(stays);
    expect(await read(1, { isReachable: false })).toEqual(stays);
  });

  it("stays when it was sent from here and its receipt was never seen", async () => {
    expect(await read(1, { handedOver: "a send/d" })).toEqual({
      calls: [],
      known: [{ draftId: "d", isUnconfirmed: true }],
    });
  });
});

import { DomainError, type DomainErrorCode } from "@dvd/domain/errors";
import type { DraftContent } from "@dvd/domain/form/draft-content";
import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";
import { createDraftKeeper, type Kept } from "./draft-keeper.ts";

const refusal = (code: DomainErrorCode) =>
  TRPCClientError.from({ error: { code: -32_000, message: code, data: { code, correlationId: "0123456789" } } });

const changedAt = "2026-11-20T19:00:00.000Z";
const content = (word: string): DraftContent => ({
  serviceKey: "DEMO0000000010",
  slug: "hund-anmelden",
  form: 1,
  postalCode: "05123",
  ars: null,
  answers: { rasse: word },
  isWithoutDocuments: false,
  documents: [],
  step: "form:hund",
});

/** The device and the server as far as a keeper calls them; each call is noted, and each can fail first. */
function surroundings(
  failures: Record<string, Error[]> = {},
  start = { version: 0, keptVersion: 0 },
  stored: DraftContent | null = null,
  cases: string[] = [],
) {
  const calls: unknown[][] = [];
  const kept: Kept[] = [];
  let version = start.version;
  const step = <Answer>(name: string, about: unknown, answer: () => Answer) => {
    calls.push([name, about]);
    const failure = failures[name]?.shift();
    return failure ? Promise.reject(failure) : Promise.resolve(answer());
  };
  const ports = {
    keys: {
      saveDeviceDraft: (saving: { expectedVersion: number }) =>
        step("save", saving.expectedVersion, () => ({ version: ++version, changedAt: "2026-11-21T20:00:00.000Z" })),
      sealServerDraft: ({ version: sealed }: { version: number }) => step("seal", sealed, () => "sealed"),
      noteKeptDraft: (...[, , at]: [string, string, number]) => step("note", at, () => undefined),
      removeDeviceDraft: () => step("removeHere", null, () => undefined),
      casesOf: async (_account: string, bundle: string) => (bundle === "send/d" ? cases : []),
      forgetCase: (caseId: string) => step("forgetCase", caseId, () => undefined),
      endBundle: (_account: string, bundle: string) => step("endBundle", bundle, () => undefined),
    },
    client: {
      cases: {
        discardDraft: { mutate: ({ caseId }: { caseId: string }) => step("discardCase", caseId, () => ({})) },
      },
      drafts: {
        saveDraft: {
          mutate: ({ expectedVersion }: { expectedVersion: number }) => step("send", expectedVersion, () => ({})),
        },
        removeDraft: { mutate: () => step("removeThere", null, () => ({})) },
      },
    },
    onChange: (state: Kept) => kept.push(state),
  };
  // As much of both as a keeper touches.
  const keeper = createDraftKeeper(
    { accountId: "a", draftId: "d", ...start, stored: stored && { content: stored, changedAt } },
    ports as never,
  );
  return { keeper, calls, last: () => kept.at(-1) };
}

describe("a draft that is being written", () => {
  it("is saved on this device, once for each change, and not with us", async () => {
    const { keeper, calls, last } = surroundings();
    await Promise.all([keeper.save(content("a")), keeper.save(content("b")), keeper.save(content("b"))]);
    expect(calls).toEqual([
      ["save", 0],
      ["save", 1],
    ]);
    expect(last()).toMatchObject({ is: "saved", isShared: false });
  });

  it("is not written again by whoever only goes on with it", async () => {
    const { keeper, calls, last } = surroundings({}, { version: 4, keptVersion: 4 }, content("a"));
    expect(await keeper.share(content("a"))).toBe(true);
    expect(calls).toEqual([]);
    expect(last()).toMatchObject({ is: "saved", at: changedAt, isShared: true });
    await keeper.save(content("b"));
    expect(calls).toEqual([["save", 4]]);
  });

  it("goes to the server when that is wanted, naming the version that is there", async () => {
    const { keeper, calls, last } = surroundings({}, { version: 4, keptVersion: 4 });
    expect(await keeper.share(content("a"))).toBe(true);
    expect(await keeper.share(content("a"))).toBe(true);
    expect(calls).toEqual([
      ["save", 4],
      ["seal", 5],
      ["send", 4],
      ["note", 5],
    ]);
    expect(last()).toMatchObject({ is: "saved", isShared: true });
  });

  it("tells whether it is not here, or only not with us", async () => {
    const here = surroundings({ save: [new DomainError("draft.conflict")] });
    expect(await here.keeper.share(content("a"))).toBe(false);
    expect(here.last()).toMatchObject({ is: "failed", where: "here", problem: { code: "draft.conflict" } });
    const there = surroundings({ send: [refusal("draft.conflict")] });
    expect(await there.keeper.share(content("a"))).toBe(false);
    expect(there.last()).toMatchObject({ is: "failed", where: "there", problem: { code: "draft.conflict" } });
    expect(there.calls.map(([name]) => name)).toEqual(["save", "seal", "send"]);
  });

  it("goes past another version only when the person insists", async () => {
    const { keeper, calls } = surroundings({ send: [refusal("draft.conflict")] }, { version: 4, keptVersion: 4 });
    await keeper.share(content("a"));
    keeper.insist({ version: 5, keptVersion: 9 });
    await keeper.share(content("a"));
    expect(calls.slice(3, 5)).toEqual([
      ["save", 5],
      ["seal", 6],
    ]);
    expect(calls.find(([name, at]) => name === "send" && at === 9)).toBeDefined();
  });

  it("is too large for the server before it is sealed", async () => {
    const { keeper, calls, last } = surroundings();
    expect(await keeper.share(content("ä".repeat(40_000)))).toBe(false);
    expect(last()).toMatchObject({ where: "there", problem: { code: "request.too-large" } });
    expect(calls.map(([name]) => name)).toEqual(["save"]);
  });

  it("is not written again after it was sent, and the server's copy went with the case", async () => {
    const { keeper, calls } = surroundings({}, { version: 4, keptVersion: 4 });
    const late = keeper.save(content("a"));
    await keeper.end();
    expect(await keeper.save(content("b"))).toBe(false);
    await late;
    expect(calls.at(-1)).toEqual(["removeHere", null]);
    expect(calls.some(([name]) => name === "removeThere")).toBe(false);
  });

  it("is deleted with us first, then here with its documents", async () => {
    const { keeper, calls } = surroundings({}, { version: 4, keptVersion: 4 });
    await keeper.discard();
    expect(calls).toEqual([
      ["removeThere", null],
      ["removeHere", null],
      ["endBundle", "send/d"],
    ]);
  });

  it("is deleted with the cases that were begun for it and what was transferred, unless an authority has one", async () => {
    const { keeper, calls } = surroundings(
      { discardCase: [refusal("case.not-found"), refusal("case.wrong-state")] },
      { version: 0, keptVersion: 0 },
      null,
      ["b", "c"],
    );
    await keeper.discard();
    expect(calls).toEqual([
      ["discardCase", "b"],
      ["forgetCase", "b"],
      ["discardCase", "c"],
      ["forgetCase", "c"],
      ["removeHere", null],
      ["endBundle", "send/d"],
    ]);
  });

  it("is not called deleted while what is with us may still be there", async () => {
    const offline = TRPCClientError.from(new TypeError("fetch failed"));
    const { keeper, calls } = surroundings({ discardCase: [offline] }, { version: 0, keptVersion: 0 }, null, ["c"]);
    await expect(keeper.discard()).rejects.toBe(offline);
    expect(calls).toEqual([["discardCase", "c"]]);
  });
});

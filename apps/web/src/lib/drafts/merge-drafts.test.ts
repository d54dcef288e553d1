import { writeDraft } from "@dvd/domain/form/draft-content";
import { describe, expect, it } from "vitest";
import { mergeDrafts } from "./merge-drafts.ts";

const draftId = "0189dddd-0000-7000-8000-000000000001";
const content = (word: string) =>
  writeDraft({
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
const here = (version: number, keptVersion: number) => ({
  draftId,
  version,
  keptVersion,
  changedAt: "2026-11-21T20:00:00.000Z",
  content: content("hier"),
});
const there = (version: number) => ({
  draftId,
  version,
  changedAt: "2026-11-21T21:00:00.000Z",
  content: content("dort"),
});
/** Whose words come out, and whose are offered beside them. */
const words = (...args: Parameters<typeof mergeDrafts>) =>
  mergeDrafts(...args).known.map(({ newest, other }) => [
    newest.content.answers["rasse"],
    other?.content.answers["rasse"],
  ]);

describe("what there is to go on with", () => {
  it("is what only one of them has", () => {
    expect(words([here(2, 0)], [])).toEqual([["hier", undefined]]);
    expect(words([], [there(2)])).toEqual([["dort", undefined]]);
    expect(words([here(2, 0)], null)).toEqual([["hier", undefined]]);
  });

  it("is the server's when somebody went on elsewhere, and this device's when they went on here", () => {
    expect(words([here(4, 4)], [there(6)])).toEqual([["dort", undefined]]);
    expect(words([here(5, 4)], [there(4)])).toEqual([["hier", undefined]]);
  });

  it("never goes back to an older version that the server shows again", () => {
    expect(words([here(6, 6)], [there(4)])).toEqual([["hier", undefined]]);
  });

  it("is both when both went on, for a person to choose", () => {
    expect(words([here(5, 4)], [there(6)])).toEqual([["hier", "dort"]]);
  });

  it("is nothing when another device has sent or deleted it, unless something was written here since", () => {
    expect(mergeDrafts([here(4, 4)], [])).toEqual({ known: [], gone: [draftId] });
    expect(words([here(5, 4)], [])).toEqual([["hier", undefined]]);
    expect(words([here(4, 4)], null)).toEqual([["hier", undefined]]);
  });

  it("continues the count of this device when the server's words are taken over", () => {
    const [taken] = mergeDrafts([here(4, 4)], [there(6)]).known;
    expect(taken?.newest).toMatchObject({ version: 4, keptVersion: 6 });
  });

  it("leaves out what is no draft, and lists the newest first", () => {
    const older = { ...here(1, 0), draftId: draftId.replace(/1$/, "2"), changedAt: "2026-11-20T20:00:00.000Z" };
    const broken = { ...here(1, 0), draftId: draftId.replace(/1$/, "3"), content: "{}" };
    const ids = mergeDrafts([older, here(1, 0), broken], null).known.map(({ newest }) => newest.draftId);
    expect(ids).toEqual([draftId, older.draftId]);
  });
});

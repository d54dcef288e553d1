import { describe, expect, it } from "vitest";
import { fromHex, toHex, utf8 } from "../bytes.ts";
import { generateAead } from "../primitives.ts";
import { accountId, numbered, outcome } from "../testing/fixtures.ts";
import { type DraftVectors, readVectors } from "../testing/read-vectors.ts";
import { draftKey, inspectDraft, openDraft, sealDraft } from "./draft.ts";

const { draft } = readVectors<DraftVectors>("drafts");
const open = async ({ vaultKey, sealed, ...place }: DraftVectors["draft"]["refused"][number]) =>
  openDraft(await draftKey(fromHex(vaultKey), place.accountId), place, fromHex(sealed));

describe("draft vectors", () => {
  it.each(draft.accepted)("open: $draftId, version $version", async (vector) => {
    expect(toHex(await open({ name: "", ...vector }))).toBe(vector.content);
    const { accountId, draftId, version } = vector;
    expect(inspectDraft(fromHex(vector.sealed))).toEqual({ accountId, draftId, version });
  });

  it.each(draft.refused)("refuse: $name", async (vector) => {
    expect(await outcome(() => open(vector))).toBe("E_DRAFT");
  });
});

describe("a draft", () => {
  const place = { accountId, draftId: "0189dddd-0000-7000-8000-000000000001", version: 1 };

  it("opens with the key that sealed it, also with one that only this device has", async () => {
    const deviceKey = await generateAead();
    const sealed = await sealDraft(deviceKey, place, utf8("Entwurf"));
    expect(await openDraft(deviceKey, place, sealed)).toEqual(utf8("Entwurf"));
    const accountsKey = await draftKey(numbered(32), accountId);
    expect(await outcome(() => openDraft(accountsKey, place, sealed))).toBe("E_DRAFT");
  });

  it("tells its size in steps of four kilobytes only", async () => {
    const key = await generateAead();
    const lengths = await Promise.all(
      [0, 1, 4092, 4093].map(async (length) => (await sealDraft(key, place, new Uint8Array(length))).length),
    );
    expect(lengths).toEqual([4168, 4168, 4168, 8264]);
  });

  it("has a version from 1", async () => {
    const key = await generateAead();
    for (const version of [0, -1, 1.5, Number.NaN])
      expect(await outcome(() => sealDraft(key, { ...place, version }, new Uint8Array()))).toBe("E_DRAFT");
  });
});

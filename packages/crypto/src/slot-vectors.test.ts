import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "./bytes.ts";
import { passphraseKey } from "./keys/passphrase.ts";
import { openPassphraseSlot } from "./keys/slot.ts";
import { parseWords } from "./keys/words.ts";
import { outcome } from "./testing/fixtures.ts";
import { readVectors, type SlotVectors } from "./testing/read-vectors.ts";

const vectors = readVectors<SlotVectors>("slots");

describe("words vectors", () => {
  it.each(vectors.words.accepted)("read $typed", ({ typed, letters }) => {
    expect(parseWords(typed)).toBe(letters);
  });

  it.each(vectors.words.refused)("refuse $typed", ({ typed, error }) => {
    expect(() => parseWords(typed)).toThrow(expect.objectContaining(error));
  });
});

describe("passphrase slot vectors", () => {
  const open = async (text: Omit<SlotVectors["passphraseSlot"], "vaultKey" | "refused">) => {
    const { words, accountId } = text;
    const slot = { header: fromHex(text.header), wrapped: fromHex(text.wrapped) };
    return openPassphraseSlot({ slot, accountId, key: await passphraseKey(words, slot.header, accountId) });
  };

  it("give the vault key", async () => {
    expect(toHex(await open(vectors.passphraseSlot))).toBe(vectors.passphraseSlot.vaultKey);
  });

  it.each(vectors.passphraseSlot.refused)("refuse: $name", async ({ change, error }) => {
    expect(await outcome(() => open({ ...vectors.passphraseSlot, ...change }))).toBe(error);
  });
});

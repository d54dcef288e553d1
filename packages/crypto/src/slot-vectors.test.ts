import { describe, expect, it } from "vitest";
import { fromHex, toHex } from "./bytes.ts";
import { checkDeviceLink, openDeviceLink } from "./keys/device-link.ts";
import { kemKeyFromSeed } from "./keys/kem.ts";
import { openPasskeySlot, readPasskeySlot } from "./keys/passkey.ts";
import { passphraseKey } from "./keys/passphrase.ts";
import { openPassphraseSlot } from "./keys/slot.ts";
import { parseWords } from "./keys/words.ts";
import { outcome, refusal } from "./testing/fixtures.ts";
import { readVectors, type SlotVectors } from "./testing/read-vectors.ts";

const vectors = readVectors<SlotVectors>("slots");

describe("words vectors", () => {
  it.each(vectors.words.accepted)("read $typed", ({ typed, letters }) => {
    expect(parseWords(typed)).toBe(letters);
  });

  it.each(vectors.words.refused)("refuse $typed", async ({ typed, error }) => {
    expect(await refusal(() => parseWords(typed))).toEqual(error);
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

describe("passkey slot vectors", () => {
  type Text = Omit<SlotVectors["passkeySlot"], "vaultKey" | "refused">;
  const open = ({ accountId, header, wrapped, prfOutput }: Text) =>
    openPasskeySlot({
      accountId,
      slot: { header: fromHex(header), wrapped: fromHex(wrapped) },
      prfOutput: fromHex(prfOutput),
    });

  it("give the vault key, the credential and what to ask it", async () => {
    const { accountId, header, vaultKey, credentialId, prfInput } = vectors.passkeySlot;
    expect(toHex(await open(vectors.passkeySlot))).toBe(vaultKey);
    const read = readPasskeySlot(fromHex(header), accountId);
    expect([toHex(read.credentialId), toHex(read.prfInput)]).toEqual([credentialId, prfInput]);
  });

  it.each(vectors.passkeySlot.refused)("refuse: $name", async ({ change, error }) => {
    expect(await outcome(() => open({ ...vectors.passkeySlot, ...change }))).toBe(error);
  });
});

describe("device link vectors", () => {
  type Text = Omit<SlotVectors["deviceLink"], "vaultKey" | "grantorSpki" | "refusedRequests" | "refusedAnswers">;
  const check = (text: Text) =>
    checkDeviceLink(text, { publicKey: fromHex(text.publicKey), proof: fromHex(text.proof) });
  const open = async (text: Text) =>
    openDeviceLink(text, fromHex(text.answer), await kemKeyFromSeed(fromHex(text.seed)));
  const { deviceLink } = vectors;

  it("prove the key, and give the vault key and who granted it", async () => {
    expect(await outcome(() => check(deviceLink))).toBe("accepted");
    const { vaultKey, grantorSpki } = await open(deviceLink);
    expect([toHex(vaultKey), toHex(grantorSpki)]).toEqual([deviceLink.vaultKey, deviceLink.grantorSpki]);
  });

  it.each(deviceLink.refusedRequests)("refuse a request: $name", async ({ change, error }) => {
    expect(await outcome(() => check({ ...deviceLink, ...change }))).toBe(error);
  });

  it.each(deviceLink.refusedAnswers)("refuse an answer: $name", async ({ change, error }) => {
    expect(await outcome(() => open({ ...deviceLink, ...change }))).toBe(error);
  });
});

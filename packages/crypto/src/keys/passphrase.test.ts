import { argon2Sync } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { concat, u32, type Bytes } from "../bytes.ts";
import { aeadOpen } from "../primitives.ts";
import { accountId, flipBit, numbered, otherAccountId, outcome } from "../testing/fixtures.ts";
import type { NativeKey } from "../primitives.ts";
import { newPassphraseHeader, passphraseKey } from "./passphrase.ts";
import { generateRecoveryKey } from "./recovery.ts";
import {
  inspectSlot,
  openPassphraseSlot,
  openRecoverySlot,
  sealPassphraseSlot,
  sealRecoverySlot,
  type Slot,
} from "./slot.ts";
import { generateWords } from "./words.ts";

const vaultKey = numbered(32);
const words = generateWords();
const header = newPassphraseHeader(accountId);
let key: NativeKey;
let slot: Slot;
beforeAll(async () => {
  key = await passphraseKey(words, header, accountId);
  slot = await sealPassphraseSlot({ vaultKey, header, key, accountId });
});

const open = (change: Partial<Parameters<typeof openPassphraseSlot>[0]> = {}) =>
  openPassphraseSlot({ slot, key, accountId, ...change });
const costing = (memory: number, passes: number, lanes: number) =>
  concat(header.slice(0, 40), u32(memory), u32(passes), u32(lanes));

describe("a passphrase slot", () => {
  it("gives the vault key back for the words, however they are spelled", async () => {
    expect(inspectSlot(slot)).toEqual({ type: "passphrase", accountId });
    const again = await passphraseKey(` ${words.toUpperCase().replaceAll(" ", "-")}`, slot.header, accountId);
    expect(await open({ key: again })).toEqual(vaultKey);
  });

  it("is wrapped with Argon2id as another implementation computes it", async () => {
    const derived = argon2Sync("argon2id", {
      message: words.replaceAll(" ", ""),
      nonce: header.slice(24, 40),
      parallelism: 4,
      tagLength: 32,
      memory: 65_536,
      passes: 3,
    });
    const native = await crypto.subtle.importKey("raw", new Uint8Array(derived), "AES-GCM", false, ["decrypt"]);
    expect(await aeadOpen(native, slot.wrapped.slice(0, 12), header, slot.wrapped.slice(12))).toEqual(vaultKey);
  });

  it("is refused with other words", async () => {
    const other = await passphraseKey(generateWords(), header, accountId);
    expect(await outcome(() => open({ key: other }))).toBe("E_SLOT");
  });

  it("has a key that cannot be read out", () => {
    expect(key.extractable).toBe(false);
  });

  it("is refused for every changed byte", async () => {
    for (let at = 0; at < slot.header.length; at++) {
      const changed = flipBit(slot.header, 8 * at + (at % 8));
      expect(await outcome(() => open({ slot: { ...slot, header: changed } }))).toMatch(/^E_(SLOT|SLOT_WEAK|LIMIT)$/);
    }
    for (let at = 0; at < slot.wrapped.length; at++) {
      const wrapped = flipBit(slot.wrapped, 8 * at + (at % 8));
      expect(await outcome(() => open({ slot: { ...slot, wrapped } }))).toBe("E_SLOT");
    }
  });

  it("is refused for another account, as another type, and in another length", async () => {
    expect(await outcome(() => open({ accountId: otherAccountId }))).toBe("E_SLOT");
    expect(await outcome(() => passphraseKey(words, header, otherAccountId))).toBe("E_SLOT");
    const recoveryKey = generateRecoveryKey();
    const recovery = await sealRecoverySlot({ vaultKey, recoveryKey, accountId });
    expect(await outcome(() => open({ slot: recovery }))).toBe("E_SLOT");
    expect(await outcome(() => openRecoverySlot({ slot, recoveryKey, accountId }))).toBe("E_SLOT");
    for (const length of [24, 40, 51])
      expect(await outcome(() => inspectSlot({ ...slot, header: header.slice(0, length) }))).toBe("E_SLOT");
    expect(await outcome(() => inspectSlot({ ...slot, header: concat(header, numbered(1)) }))).toBe("E_SLOT");
    expect(await outcome(() => inspectSlot({ ...slot, wrapped: slot.wrapped.slice(1) }))).toBe("E_SLOT");
  });
});

describe("the cost of a passphrase slot", () => {
  /** All that reads a slot, the server's check included. */
  const outcomes = (changed: Bytes) =>
    Promise.all([
      outcome(() => inspectSlot({ ...slot, header: changed })),
      outcome(() => open({ slot: { ...slot, header: changed } })),
      outcome(() => passphraseKey("not even words", changed, accountId)),
    ]);

  it.each([
    [65_535, 3, 4],
    [65_536, 2, 4],
    [65_536, 3, 3],
    [8, 1, 1],
    [0, 0, 0],
  ])("is never below what is compiled in: memory %i, passes %i, lanes %i", async (...cost) => {
    expect(await outcomes(costing(...cost))).toEqual(["E_SLOT_WEAK", "E_SLOT_WEAK", "E_SLOT_WEAK"]);
  });

  it.each([
    [262_145, 3, 4],
    [65_536, 11, 4],
    [65_536, 3, 17],
    [0xffffffff, 0xffffffff, 0xffffffff],
  ])("is never more than a phone survives: memory %i, passes %i, lanes %i", async (...cost) => {
    expect(await outcomes(costing(...cost))).toEqual(["E_LIMIT", "E_LIMIT", "E_LIMIT"]);
  });

  it("may be higher than today's", async () => {
    expect(inspectSlot({ ...slot, header: costing(262_144, 10, 16) })).toEqual({ type: "passphrase", accountId });
  });

  it("is paid only for what can be the words", async () => {
    expect(await outcome(() => passphraseKey(words.slice(1), header, accountId))).toBe("E_WORDS");
  });
});

import { hkdfSync } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { concat, utf8, uuidBytes } from "../bytes.ts";
import { aeadOpen } from "../primitives.ts";
import { accountId, flipBit, numbered, otherAccountId, outcome } from "../testing/fixtures.ts";
import { openPasskeySlot, readPasskeySlot, sealPasskeySlot } from "./passkey.ts";
import { openRecoverySlot, inspectSlot, type Slot } from "./slot.ts";

const vaultKey = numbered(32);
const prfOutput = numbered(32).map((byte) => byte ^ 0x5a);
const input = { vaultKey, accountId, prfOutput, prfInput: numbered(32), credentialId: numbered(64) };
let slot: Slot;
beforeAll(async () => {
  slot = await sealPasskeySlot(input);
});

const open = (change: Partial<Parameters<typeof openPasskeySlot>[0]> = {}) =>
  openPasskeySlot({ slot, accountId, prfOutput, ...change });

describe("a passkey slot", () => {
  it("gives the vault key back for what the passkey computes, and names the passkey", async () => {
    expect(inspectSlot(slot)).toEqual({ type: "passkey", accountId });
    expect(await open()).toEqual(vaultKey);
    const { credentialId, prfInput } = input;
    expect(readPasskeySlot(slot.header, accountId)).toEqual({ credentialId, prfInput });
  });

  it("is wrapped with HKDF-SHA-384 over account and credential", async () => {
    const info = concat(utf8("PSV1 prf\0"), uuidBytes(accountId), input.credentialId);
    const derived = new Uint8Array(hkdfSync("sha384", prfOutput, new Uint8Array(), info, 32));
    const key = await crypto.subtle.importKey("raw", derived, "AES-GCM", false, ["decrypt"]);
    expect(await aeadOpen(key, slot.wrapped.slice(0, 12), slot.header, slot.wrapped.slice(12))).toEqual(vaultKey);
  });

  it("is refused for every changed byte", async () => {
    for (let at = 0; at < slot.header.length; at++) {
      const header = flipBit(slot.header, 8 * at + (at % 8));
      expect(await outcome(() => open({ slot: { ...slot, header } }))).toBe("E_SLOT");
    }
    for (let at = 0; at < slot.wrapped.length; at++) {
      const wrapped = flipBit(slot.wrapped, 8 * at + (at % 8));
      expect(await outcome(() => open({ slot: { ...slot, wrapped } }))).toBe("E_SLOT");
    }
  });

  it("is refused with what another passkey computes, for another account, and as another type", async () => {
    expect(await outcome(() => open({ prfOutput: flipBit(prfOutput, 3) }))).toBe("E_SLOT");
    expect(await outcome(() => open({ prfOutput: prfOutput.slice(1) }))).toBe("E_SLOT");
    expect(await outcome(() => open({ accountId: otherAccountId }))).toBe("E_SLOT");
    const recoveryKey = numbered(20);
    expect(await outcome(() => openRecoverySlot({ slot, accountId, recoveryKey }))).toBe("E_SLOT");
  });

  it("has a credential of 16 to 512 bytes, and what is computed and asked has 32", async () => {
    const sealing = (change: object) => outcome(() => sealPasskeySlot({ ...input, ...change }));
    expect(await sealing({ credentialId: numbered(16) })).toBe("accepted");
    expect(await sealing({ credentialId: numbered(512) })).toBe("accepted");
    expect(await sealing({ credentialId: numbered(15) })).toBe("E_SLOT");
    expect(await sealing({ credentialId: numbered(513) })).toBe("E_SLOT");
    expect(await sealing({ prfInput: numbered(31) })).toBe("E_SLOT");
    expect(await sealing({ prfOutput: numbered(33) })).toBe("E_SLOT");
    expect(await sealing({ vaultKey: numbered(31) })).toBe("E_KEY");
  });
});

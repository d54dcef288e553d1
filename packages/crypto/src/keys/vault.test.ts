import { beforeAll, describe, expect, it } from "vitest";
import { concat, u64, utf8, uuidBytes, type Bytes } from "../bytes.ts";
import { aeadSeal, importAead, generateAead } from "../primitives.ts";
import { accountId, flipBit, numbered, otherAccountId, outcome, withByte } from "../testing/fixtures.ts";
import { accountKeys, createAccount } from "./account.ts";
import { generateRecoveryKey } from "./recovery.ts";
import { unwrapForDevice, wrapForDevice } from "./device.ts";
import { inspectSlot, openRecoverySlot, sealRecoverySlot, type Slot } from "./slot.ts";
import { inspectVault, openVault, sealVault, type Vault } from "./vault.ts";

let vault: Vault;
let vaultKey: Bytes;
let sealed: Bytes;

beforeAll(async () => {
  ({ vault, vaultKey } = await createAccount({ accountId, displayName: "Änne Muster" }));
  vault = {
    ...vault,
    version: 3,
    pins: {
      roots: { "stadt-a": "ab".repeat(32) },
      epochs: { [otherAccountId]: 2 },
      heads: { "stadt-a": { authority: 2, policy: 1, head: 7 } },
      log: { origin: "log.test/keys", size: 9, root: "cd".repeat(32) },
    },
    sequences: { ["0f".repeat(16)]: { sequence: 4, messageId: "cd".repeat(32) } },
  };
  sealed = await sealVault(vault, vaultKey);
});

const open = (change: Partial<Parameters<typeof openVault>[0]> = {}) =>
  openVault({ sealed, vaultKey, accountId, minimumVersion: 3, ...change });

/** A vault that whoever has the key wrote past our own writer. */
const sealedJson = async (json: string, version = 3) => {
  const context = concat(utf8("PSV1"), uuidBytes(accountId), u64(version));
  const iv = numbered(12);
  return concat(context, iv, await aeadSeal(await importAead(vaultKey), iv, context, utf8(json)));
};

describe("vault", () => {
  it("gives back keys, pins and counters", async () => {
    expect(await open()).toEqual(vault);
    const { kem, signing } = await accountKeys(await open());
    expect(kem.seed).toEqual(vault.kemSeed);
    expect(signing.spki.length).toBe(120);
  });

  it("tells the server whose it is and which version, and nothing else", () => {
    expect(inspectVault(sealed)).toEqual({ accountId, version: 3 });
    expect(Buffer.from(sealed).includes(Buffer.from("Muster"))).toBe(false);
  });

  it("is refused for every changed byte and every other length", async () => {
    for (let at = 0; at < sealed.length; at++) {
      expect(await outcome(() => open({ sealed: flipBit(sealed, 8 * at + (at % 8)) }))).toBe("E_VAULT");
    }
    for (const length of [0, 28, 55, 56, sealed.length - 1]) {
      expect(await outcome(() => open({ sealed: sealed.slice(0, length) }))).toBe("E_VAULT");
    }
    expect(await outcome(() => open({ sealed: concat(sealed, Uint8Array.of(0)) }))).toBe("E_VAULT");
  });

  it("is not stored in another form, without content, or with a version that cannot be counted on", async () => {
    const inspected = (bytes: Uint8Array) => outcome(() => inspectVault(bytes));
    const versioned = (version: bigint) => concat(sealed.slice(0, 20), u64(version), sealed.slice(28));
    expect(await inspected(sealed.slice(0, 57))).toBe("accepted");
    for (const length of [0, 4, 20, 56]) expect(await inspected(sealed.slice(0, length))).toBe("E_VAULT");
    expect(await inspected(withByte(sealed, 3, () => 0x32))).toBe("E_VAULT");
    expect(await inspected(versioned(2n ** 53n - 1n))).toBe("accepted");
    expect(await inspected(versioned(2n ** 53n))).toBe("E_VAULT");
    expect(await inspected(versioned(0n))).toBe("E_VAULT");
  });

  it("is refused with another key or for another account", async () => {
    expect(await outcome(() => open({ vaultKey: numbered(32) }))).toBe("E_VAULT");
    expect(await outcome(() => open({ accountId: otherAccountId }))).toBe("E_VAULT");
    expect(await outcome(() => open({ vaultKey: vaultKey.slice(1) }))).toBe("E_KEY");
  });

  it("is refused when it is older than one seen before", async () => {
    expect(await outcome(() => open({ minimumVersion: 4 }))).toBe("E_VAULT_OLD");
    expect(await outcome(() => open({ minimumVersion: 2 }))).toBe("accepted");
  });

  it.each([
    ["an unknown field", (json: string) => json.replace("{", '{"x":1,')],
    ["white space", (json: string) => json.replace(":", ": ")],
    ["another version inside than outside", (json: string) => json.replace('"version":3', '"version":4')],
    ["another account inside", (json: string) => json.replace(accountId, otherAccountId)],
    ["a seed that is one byte short", (json: string) => json.replace(/"kemSeed":"./, '"kemSeed":"')],
    ["a pin that is no hash", (json: string) => json.replace("abab", "AB")],
    ["a list for its pinned roots", (json: string) => json.replace(/"roots":{.*?}/, '"roots":[]')],
    ["no pins", (json: string) => json.replace(/,"pins":.*?}}/, "")],
  ])("is refused when it holds %s", async (_, change) => {
    const plain = JSON.stringify({
      ...vault,
      kemSeed: Buffer.from(vault.kemSeed).toString("base64url"),
      signingKey: Buffer.from(vault.signingKey).toString("base64url"),
    });
    expect(change(plain)).not.toBe(plain);
    const genuine = await sealedJson(plain);
    expect(await outcome(() => open({ sealed: genuine }))).toBe("accepted");
    const changed = await sealedJson(change(plain));
    expect(await outcome(() => open({ sealed: changed }))).toBe("E_VAULT");
  });

  it("is not written with what could not be read", async () => {
    expect(await outcome(() => sealVault({ ...vault, version: 0 }, vaultKey))).toBe("E_VAULT");
    expect(await outcome(() => sealVault({ ...vault, kemSeed: numbered(31) }, vaultKey))).toBe("E_VAULT");
  });
});

describe("recovery slot", () => {
  const recoveryKey = generateRecoveryKey();
  let slot: Slot;
  beforeAll(async () => {
    slot = await sealRecoverySlot({ vaultKey, recoveryKey, accountId });
  });
  const open = (change: Partial<Parameters<typeof openRecoverySlot>[0]> = {}) =>
    openRecoverySlot({ slot, recoveryKey, accountId, ...change });

  it("gives the vault key back for the recovery key", async () => {
    expect(await open()).toEqual(vaultKey);
    expect(inspectSlot(slot)).toEqual({ type: "recovery", accountId });
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

  it("is refused with another recovery key, for another account, and as part of another account's slot", async () => {
    expect(await outcome(() => open({ recoveryKey: generateRecoveryKey() }))).toBe("E_SLOT");
    expect(await outcome(() => open({ recoveryKey: recoveryKey.slice(1) }))).toBe("E_SLOT");
    expect(await outcome(() => open({ accountId: otherAccountId }))).toBe("E_SLOT");
    const other = await sealRecoverySlot({ vaultKey, recoveryKey, accountId: otherAccountId });
    expect(await outcome(() => open({ slot: other }))).toBe("E_SLOT");
    expect(await outcome(() => open({ slot: { ...other, header: slot.header } }))).toBe("E_SLOT");
  });

  it.each([0, 1, 2, 4, 255])("refuses type %i, which this version does not know", async (type) => {
    const header = withByte(slot.header, 4, () => type);
    expect(await outcome(() => inspectSlot({ ...slot, header }))).toBe("E_SLOT");
    expect(await outcome(() => open({ slot: { ...slot, header } }))).toBe("E_SLOT");
  });

  it.each([0, 5, 6, 7])("is not stored with another byte %i in front", async (at) => {
    expect(await outcome(() => inspectSlot({ ...slot, header: withByte(slot.header, at, (b) => b ^ 1) }))).toBe(
      "E_SLOT",
    );
  });

  it("refuses other lengths", async () => {
    for (const length of [0, 4, 23, 24, 55]) {
      const header = slot.header.slice(0, length);
      expect(await outcome(() => inspectSlot({ ...slot, header }))).toBe("E_SLOT");
    }
    expect(await outcome(() => inspectSlot({ ...slot, header: concat(slot.header, numbered(1)) }))).toBe("E_SLOT");
    expect(await outcome(() => inspectSlot({ ...slot, wrapped: slot.wrapped.slice(1) }))).toBe("E_SLOT");
    expect(await outcome(() => open({ slot: { ...slot, wrapped: slot.wrapped.slice(1) } }))).toBe("E_SLOT");
  });
});

describe("device", () => {
  it("opens only what it wrapped itself, for the same account", async () => {
    const device = await generateAead();
    expect(device.extractable).toBe(false);
    const wrapped = await wrapForDevice(vaultKey, device, accountId);
    expect(await unwrapForDevice(wrapped, device, accountId)).toEqual(vaultKey);
    const otherDevice = await generateAead();
    expect(await outcome(() => unwrapForDevice(wrapped, otherDevice, accountId))).toBe("E_SLOT");
    expect(await outcome(() => unwrapForDevice(wrapped, device, otherAccountId))).toBe("E_SLOT");
    expect(await outcome(() => unwrapForDevice(flipBit(wrapped, 100), device, accountId))).toBe("E_SLOT");
    expect(await outcome(() => unwrapForDevice(wrapped.slice(1), device, accountId))).toBe("E_SLOT");
  });
});

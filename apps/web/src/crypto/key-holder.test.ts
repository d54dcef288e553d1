import {
  answerDeviceLink,
  generateSigningKey,
  generateWords,
  passphraseKey,
  randomBytes,
  vaultDigest,
  verifyAccountChange,
  waysDigest,
} from "@dvd/crypto";
import { describe, expect, it } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";
import { createKeyHolder } from "./key-holder.ts";
import { makeAuthority } from "./testing/authority.ts";
import { codeOf, name, sealedVault, setOut, type World } from "./testing/holder-world.ts";
import { memoryKeystore } from "./testing/memory-keystore.ts";

/** The server of these tests knows everything that a server can know, and lies. */

type Word = { what: "vault" | "ways"; vault_version: number; digest: string };
const verdict = ({ account, accountId }: World, signed: { payload: string; signature: string }, word: Word) =>
  codeOf(
    verifyAccountChange({
      signed: { payload: fromBase64(signed.payload), signature: fromBase64(signed.signature) },
      spki: fromBase64(account.signingKey),
      expect: { account: accountId, ...word },
    }),
  );

describe("the vault", () => {
  it("is refused in an older version than this device has seen, whatever the server calls it", async () => {
    const world = await setOut();
    const { vaultUpdate } = await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    await world.holder.vaultSaved();
    const device = createKeyHolder({ keystore: world.keystore, now: () => new Date() });
    const rolledBack = device.openWithDevice(world.accountId, sealedVault(world));
    await expect(rolledBack).rejects.toMatchObject({ code: "E_VAULT_OLD" });
    expect(await device.openWithDevice(world.accountId, sealedVault(world, vaultUpdate?.vault, 2))).toBe(true);
  });

  it("is saved with the word of the account's key for exactly this vault", async () => {
    const world = await setOut();
    const { vaultUpdate } = await world.holder.beginCase(world.caseId, world.office, world.authority.answer);
    if (!vaultUpdate) throw new Error("nothing was pinned");
    const digest = await vaultDigest(fromBase64(vaultUpdate.vault));
    expect(await verdict(world, vaultUpdate.signed, { what: "vault", vault_version: 2, digest })).toBe("accepted");
    const former = await vaultDigest(fromBase64(world.account.vault));
    const other = verdict(world, vaultUpdate.signed, { what: "vault", vault_version: 2, digest: former });
    expect(await other).toBe("E_CHANGE_CONTEXT");
  });

  it("gets other ways back with the word of the account's key for the account as it is stored", async () => {
    const world = await setOut();
    const { way } = await world.holder.newRecoveryKey();
    const stored = sealedVault(world);
    const [first] = world.account.slots;
    const before = world.account.slots.map(({ slotId }) => slotId);
    const signed = await world.holder.signWays(stored, { add: way, remove: first?.slotId ?? "" });
    const added = { slotId: way.slotId, header: fromBase64(way.header), wrapped: fromBase64(way.wrapped) };
    const digest = await waysDigest({ before, removed: first?.slotId, added });
    expect(await verdict(world, signed, { what: "ways", vault_version: 1, digest })).toBe("accepted");
    expect(await verdict(world, signed, { what: "ways", vault_version: 2, digest })).toBe("E_CHANGE_CONTEXT");
    world.holder.lock();
    await expect(world.holder.signWays(stored, {})).rejects.toMatchObject({ code: "E_STATE" });
  });

  it("is not made a second time for an account that this device knows", async () => {
    const { holder, accountId } = await setOut();
    expect(await holder.knows(accountId)).toBe(true);
    await expect(holder.create(accountId)).rejects.toMatchObject({ code: "E_VAULT_OLD" });
  });

  it("opens on a second device with the recovery key, and with no other", async () => {
    const world = await setOut();
    const device = createKeyHolder({ keystore: memoryKeystore(), now: () => new Date() });
    expect(await device.openWithDevice(world.accountId, sealedVault(world))).toBe(false);
    const { recoveryKey: foreign } = await setOut();
    const wrong = device.openWithRecoveryKey(world.accountId, sealedVault(world), foreign);
    await expect(wrong).rejects.toMatchObject({ code: "E_SLOT" });
    await device.openWithRecoveryKey(world.accountId, sealedVault(world), world.recoveryKey);
    expect(await device.knows(world.accountId)).toBe(true);
  });

  it("opens on a second device with the seven words of the account, and with no others", async () => {
    const world = await setOut();
    const { accountId } = world;
    const { words, header } = world.holder.newPassphrase();
    const key = await passphraseKey(words, fromBase64(header), accountId);
    const way = { ...(await world.holder.sealPassphrase(header, key)), createdAt: new Date().toISOString() };
    const sealed = { ...sealedVault(world), slots: [...sealedVault(world).slots, way] };

    const device = createKeyHolder({ keystore: memoryKeystore(), now: () => new Date() });
    const other = await passphraseKey(generateWords(), fromBase64(header), accountId);
    await expect(device.openWithPassphrase(accountId, sealed, other)).rejects.toMatchObject({ code: "E_SLOT" });
    expect(await device.knows(accountId)).toBe(false);
    await device.openWithPassphrase(accountId, sealed, key);
    expect(await device.knows(accountId)).toBe(true);
  });

  it("opens on a second device that the first one has answered, and once only", async () => {
    const world = await setOut();
    const device = createKeyHolder({ keystore: memoryKeystore(), now: () => new Date() });
    const { code, request } = await device.askOtherDevice(world.accountId);
    const asked = { ...request, answer: null, expiresAt: new Date().toISOString() };
    await world.holder.checkOtherDevice(asked, code);
    const answer = await world.holder.answerOtherDevice(asked, code);
    await device.openWithAnswer(world.accountId, sealedVault(world), answer);
    expect(await device.knows(world.accountId)).toBe(true);
    const again = device.openWithAnswer(world.accountId, sealedVault(world), answer);
    await expect(again).rejects.toMatchObject({ code: "E_STATE" });
  });

  it("is not handed to a device that has another key or another code, nor taken from a vault of somebody else", async () => {
    const [world, servers] = [await setOut(), await setOut()];
    const device = createKeyHolder({ keystore: memoryKeystore(), now: () => new Date() });
    const { code, request } = await device.askOtherDevice(world.accountId);
    const asked = { ...request, answer: null, expiresAt: new Date().toISOString() };
    const { request: swapped } = await servers.holder.askOtherDevice(world.accountId);
    const other = { ...asked, publicKey: swapped.publicKey };
    await expect(world.holder.answerOtherDevice(other, code)).rejects.toMatchObject({ code: "E_LINK" });
    await expect(world.holder.answerOtherDevice(asked, generateWords())).rejects.toMatchObject({ code: "E_LINK" });
    // The right answer, with a vault that the answering device does not have.
    const answer = await world.holder.answerOtherDevice(asked, code);
    const opening = device.openWithAnswer(world.accountId, sealedVault(servers), answer);
    await expect(opening).rejects.toMatchObject({ code: "E_VAULT" });
    expect(await device.knows(world.accountId)).toBe(false);
  });

  it("opens on a second device only for whoever has the account's own signing key", async () => {
    const { accountId, keystore, ...world } = await setOut();
    const device = createKeyHolder({ keystore: memoryKeystore(), now: () => new Date() });
    const { code, request } = await device.askOtherDevice(accountId);
    const { key: signing } = await generateSigningKey();
    const answer = await answerDeviceLink(
      { accountId, linkId: request.linkId, code },
      { publicKey: fromBase64(request.publicKey), proof: fromBase64(request.proof) },
      { vaultKey: (await keystore.load(accountId))?.vaultKey ?? randomBytes(32), signing, now: new Date() },
    );
    const sealed = sealedVault({ accountId, keystore, ...world });
    const opening = device.openWithAnswer(accountId, sealed, toBase64(answer));
    await expect(opening).rejects.toMatchObject({ code: "E_SENDER" });
    expect(await device.knows(accountId)).toBe(false);
  });

  it("is forgotten by a device, and opened there only with a way back", async () => {
    const world = await setOut();
    await world.holder.forget(world.accountId);
    expect(await world.holder.knows(world.accountId)).toBe(false);
    expect(() => world.holder.newPassphrase()).toThrow("E_STATE");
    expect(await world.holder.openWithDevice(world.accountId, sealedVault(world))).toBe(false);
    await world.holder.openWithRecoveryKey(world.accountId, sealedVault(world), world.recoveryKey);
    expect(await world.holder.knows(world.accountId)).toBe(true);
  });

  it("gets no new way back while it is locked", async () => {
    const { holder } = await setOut();
    holder.lock();
    expect(() => holder.newPassphrase()).toThrow("E_STATE");
    await expect(holder.newRecoveryKey()).rejects.toMatchObject({ code: "E_STATE" });
  });

  it("is saved once for an official in two units", async () => {
    const { holder } = await setOut();
    const [tenantId, one, two] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
    const { answer } = await makeAuthority({ id: tenantId, name, unitIds: [one, two] });
    const units = [one, two].map((unitId) => ({ unitId, name: "Stelle", role: "lead" as const, seeds: [], links: [] }));
    const update = await holder.openUnits({ tenantId, authority: name, units }, answer);
    expect(update?.expectedVersion).toBe(1);
    expect(await holder.openUnits({ tenantId, authority: name, units }, answer)).toBeNull();
  });
});

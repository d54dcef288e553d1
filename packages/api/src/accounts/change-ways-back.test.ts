import { randomUUID } from "node:crypto";
import {
  generateDeviceKey,
  generateRecoveryKey,
  newPassphraseHeader,
  randomBytes,
  sealPasskeySlot,
  sealPassphraseSlot,
  sealRecoverySlot,
} from "@dvd/crypto";
import { afterAll, describe, expect, it } from "vitest";
import { newAccount, signVault, signWays } from "../testing/account.ts";
import { renew } from "../testing/copies.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { encodeBase64 } from "../wire.ts";
import { type ChangeWaysBack, changeWaysBackInput } from "./change-ways-back.contract.ts";
import { changeWaysBack } from "./change-ways-back.ts";
import type { VaultSlot } from "./create-account.contract.ts";
import { createAccount } from "./create-account.ts";
import { getAccount } from "./get-account.ts";
import { saveVault } from "./save-vault.ts";

const portal = await openPortal();
afterAll(() => portal.close());

const vaultKey = new Uint8Array(32).fill(7);
const recoverySlot = async (accountId: string): Promise<VaultSlot> => ({
  slotId: randomUUID(),
  kind: "recovery",
  ...(await sealRecoverySlot({ vaultKey, recoveryKey: generateRecoveryKey(), accountId })),
});
async function passphraseSlot(accountId: string): Promise<VaultSlot> {
  const header = newPassphraseHeader(accountId);
  // As good as one that was stretched from words: the server sees neither.
  const key = await generateDeviceKey();
  return {
    slotId: randomUUID(),
    kind: "passphrase",
    ...(await sealPassphraseSlot({ vaultKey, header, key, accountId })),
  };
}

const passkeySlot = async (accountId: string): Promise<VaultSlot> => ({
  slotId: randomUUID(),
  kind: "passkey",
  ...(await sealPasskeySlot({
    vaultKey,
    accountId,
    prfOutput: randomBytes(32),
    prfInput: randomBytes(32),
    credentialId: randomBytes(32),
  })),
});

type Wanted = Omit<ChangeWaysBack, "signed">;

async function settled() {
  const { ctx } = await portal.stranger();
  const { citizenId } = ctx.actor;
  const { input, keys, vaultOf } = await newAccount(citizenId);
  await createAccount(ctx, input);
  const kinds = async () => (await getAccount(ctx)).keys?.slots.map(({ kind }) => kind).toSorted();
  const change = async (wanted: Wanted) => changeWaysBack(ctx, await signWays(ctx, keys, wanted));
  return { ctx, citizenId, keys, vaultOf, first: input.slots[0]?.slotId ?? "", kinds, change };
}

const refused = async (call: () => Promise<unknown>) => {
  const before = await portal.imprint();
  const code = await outcome(call());
  expect(await portal.imprint()).toEqual(before);
  return code;
};

describe("the ways back of an account", () => {
  it("grow by a passphrase, which then may be the only one", async () => {
    const { citizenId, first, kinds, change } = await settled();
    const add = await passphraseSlot(citizenId);
    await change({ add });
    expect(await kinds()).toEqual(["passphrase", "recovery"]);
    await change({ remove: first });
    expect(await kinds()).toEqual(["passphrase"]);
    expect(await refused(() => change({ remove: add.slotId }))).toBe("ways-back.last");
    const audit = await portal.sql`
      select type, payload from audit_intake where actor_id = ${citizenId} and type like 'way.%' order by created_at`;
    expect(audit.map(({ type, payload }) => [type, payload])).toEqual([
      ["way.added", { way: "passphrase" }],
      ["way.removed", { way: "recovery" }],
    ]);
  });

  it("are never empty, also when two are removed at once", async () => {
    for (let round = 0; round < 10; round++) {
      const { ctx, citizenId, keys, first, kinds, change } = await settled();
      const add = await passphraseSlot(citizenId);
      await change({ add });
      const both = await Promise.all([first, add.slotId].map((remove) => signWays(ctx, keys, { remove })));
      const codes = await Promise.all(both.map((one) => outcome(changeWaysBack(ctx, one))));
      expect(codes.toSorted()).toEqual(["accepted", "ways-back.last"]);
      expect(await kinds()).toHaveLength(1);
    }
  });

  it("have one recovery key: a second is refused, a new one replaces it in one step", async () => {
    const { ctx, citizenId, first, kinds, change } = await settled();
    const add = await recoverySlot(citizenId);
    expect(await refused(() => change({ add }))).toBe("ways-back.too-many");
    await change({ add, remove: first });
    expect(await kinds()).toEqual(["recovery"]);
    expect((await getAccount(ctx)).keys?.slots[0]?.slotId).toBe(add.slotId);
  });

  it("have passkeys beside another way, never alone, and no more than five", async () => {
    const { citizenId, first, kinds, change } = await settled();
    for (let i = 0; i < 5; i++) await change({ add: await passkeySlot(citizenId) });
    const sixth = await passkeySlot(citizenId);
    expect(await refused(() => change({ add: sixth }))).toBe("ways-back.too-many");
    expect(await refused(() => change({ remove: first }))).toBe("ways-back.last");
    expect(await kinds()).toHaveLength(6);
  });

  it("are nobody else's: not theirs to add, and not there to remove", async () => {
    const [own, other] = [await settled(), await settled()];
    const foreign = await passphraseSlot(other.citizenId);
    expect(await refused(() => own.change({ add: foreign }))).toBe("request.invalid");
    expect(await refused(() => own.change({ remove: other.first }))).toBe("ways-back.not-found");
    expect(await refused(() => own.change({ remove: randomUUID() }))).toBe("ways-back.not-found");
  });

  it("are not for a thief of the login: without the word of the key, or with a word about something else", async () => {
    const own = await settled();
    const { ctx, citizenId, keys, first } = own;
    const other = await settled();
    const [add, second] = [await passphraseSlot(citizenId), await recoverySlot(citizenId)];
    const genuine = await signWays(ctx, keys, { add });
    for (const signed of [
      { payload: new Uint8Array(64), signature: new Uint8Array(96) },
      { ...genuine.signed, signature: new Uint8Array(96) },
      (await signWays(ctx, other.keys, { add })).signed,
      (await signWays(other.ctx, keys, { add })).signed,
      (await signWays(ctx, keys, { add, remove: first })).signed,
      (await signWays(ctx, keys, { add: second })).signed,
      (await signVault(citizenId, 1, await own.vaultOf(1), keys)).signed,
    ])
      expect(await refused(() => changeWaysBack(ctx, { ...genuine, signed }))).toBe("account.not-signed");
    const emptied = { ...add, wrapped: new Uint8Array(60) };
    expect(await refused(() => changeWaysBack(ctx, { ...genuine, add: emptied }))).toBe("account.not-signed");
    expect(await outcome(changeWaysBack(ctx, genuine))).toBe("accepted");
  });

  it("are not changed by an old word, once slots or vault are others", async () => {
    const { ctx, citizenId, keys, vaultOf, change } = await settled();
    const [add, later] = [await passphraseSlot(citizenId), await passkeySlot(citizenId)];
    const old = await signWays(ctx, keys, { add });
    await change({ add: later });
    expect(await refused(() => changeWaysBack(ctx, old))).toBe("account.not-signed");
    await change({ remove: later.slotId });
    await saveVault(ctx, await signVault(citizenId, 2, await vaultOf(2), keys));
    expect(await refused(() => changeWaysBack(ctx, old))).toBe("account.not-signed");
  });

  it("are no longer the former key's after a renewal", async () => {
    const citizen = await portal.citizen();
    const { ctx, keys } = citizen;
    const { renewed } = await renew(citizen);
    const add = await passphraseSlot(ctx.actor.citizenId);
    const byFormer = await signWays(ctx, keys, { add });
    expect(await refused(() => changeWaysBack(ctx, byFormer))).toBe("account.not-signed");
    expect(await outcome(changeWaysBack(ctx, await signWays(ctx, renewed.keys, { add })))).toBe("accepted");
  });

  it("are what they say to be, and not cheaper than permitted", async () => {
    const { citizenId, change } = await settled();
    const add = await passphraseSlot(citizenId);
    for (const header of [add.header.with(4, 3), add.header.with(47, 2), add.header.with(0, 0)])
      expect(await refused(() => change({ add: { ...add, header } }))).toBe("request.invalid");
  });

  it("do not exist before the account has keys", async () => {
    const { ctx } = await portal.stranger();
    const { keys } = await newAccount(ctx.actor.citizenId);
    const early = await signWays(ctx, keys, { add: await recoverySlot(ctx.actor.citizenId) });
    expect(await refused(() => changeWaysBack(ctx, early))).toBe("account.missing");
  });

  it("are an official's as well", async () => {
    const { ctx, keys } = await portal.official(0);
    await changeWaysBack(ctx, await signWays(ctx, keys, { add: await passphraseSlot(ctx.actor.officialId) }));
    expect((await getAccount(ctx)).keys?.slots.map(({ kind }) => kind)).toContain("passphrase");
  });

  it("are changed by something, not by nothing", () => {
    const signed = { payload: encodeBase64(new Uint8Array(64)), signature: encodeBase64(new Uint8Array(96)) };
    expect(changeWaysBackInput.safeParse({ signed }).success).toBe(false);
    expect(changeWaysBackInput.safeParse({ remove: randomUUID(), signed }).success).toBe(true);
  });
});

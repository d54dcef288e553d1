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
import { newAccount } from "../testing/account.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { changeWaysBackInput } from "./change-ways-back.contract.ts";
import { changeWaysBack } from "./change-ways-back.ts";
import type { VaultSlot } from "./create-account.contract.ts";
import { createAccount } from "./create-account.ts";
import { getAccount } from "./get-account.ts";

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

async function settled() {
  const { ctx } = await portal.stranger();
  const { citizenId } = ctx.actor;
  const { input } = await newAccount(citizenId);
  await createAccount(ctx, input);
  const kinds = async () => (await getAccount(ctx)).keys?.slots.map(({ kind }) => kind).toSorted();
  return { ctx, citizenId, first: input.slots[0]?.slotId ?? "", kinds };
}

const refused = async (call: () => Promise<unknown>) => {
  const before = await portal.imprint();
  const code = await outcome(call());
  expect(await portal.imprint()).toEqual(before);
  return code;
};

describe("the ways back of an account", () => {
  it("grow by a passphrase, which then may be the only one", async () => {
    const { ctx, citizenId, first, kinds } = await settled();
    const add = await passphraseSlot(citizenId);
    await changeWaysBack(ctx, { add });
    expect(await kinds()).toEqual(["passphrase", "recovery"]);
    await changeWaysBack(ctx, { remove: first });
    expect(await kinds()).toEqual(["passphrase"]);
    expect(await refused(() => changeWaysBack(ctx, { remove: add.slotId }))).toBe("ways-back.last");
    const audit = await portal.sql`
      select type, payload from audit_intake where actor_id = ${citizenId} and type like 'way.%' order by created_at`;
    expect(audit.map(({ type, payload }) => [type, payload])).toEqual([
      ["way.added", { way: "passphrase" }],
      ["way.removed", { way: "recovery" }],
    ]);
  });

  it("are never empty, also when two are removed at once", async () => {
    for (let round = 0; round < 10; round++) {
      const { ctx, citizenId, first, kinds } = await settled();
      const add = await passphraseSlot(citizenId);
      await changeWaysBack(ctx, { add });
      const codes = await Promise.all([first, add.slotId].map((remove) => outcome(changeWaysBack(ctx, { remove }))));
      expect(codes.toSorted()).toEqual(["accepted", "ways-back.last"]);
      expect(await kinds()).toHaveLength(1);
    }
  });

  it("have one recovery key: a second is refused, a new one replaces it in one step", async () => {
    const { ctx, citizenId, first, kinds } = await settled();
    const add = await recoverySlot(citizenId);
    expect(await refused(() => changeWaysBack(ctx, { add }))).toBe("ways-back.too-many");
    await changeWaysBack(ctx, { add, remove: first });
    expect(await kinds()).toEqual(["recovery"]);
    expect((await getAccount(ctx)).keys?.slots[0]?.slotId).toBe(add.slotId);
  });

  it("have passkeys beside another way, never alone, and no more than five", async () => {
    const { ctx, citizenId, first, kinds } = await settled();
    for (let i = 0; i < 5; i++) await changeWaysBack(ctx, { add: await passkeySlot(citizenId) });
    const sixth = await passkeySlot(citizenId);
    expect(await refused(() => changeWaysBack(ctx, { add: sixth }))).toBe("ways-back.too-many");
    expect(await refused(() => changeWaysBack(ctx, { remove: first }))).toBe("ways-back.last");
    expect(await kinds()).toHaveLength(6);
  });

  it("are nobody else's: not theirs to add, and not there to remove", async () => {
    const [own, other] = [await settled(), await settled()];
    const foreign = await passphraseSlot(other.citizenId);
    expect(await refused(() => changeWaysBack(own.ctx, { add: foreign }))).toBe("request.invalid");
    expect(await refused(() => changeWaysBack(own.ctx, { remove: other.first }))).toBe("ways-back.not-found");
    expect(await refused(() => changeWaysBack(own.ctx, { remove: randomUUID() }))).toBe("ways-back.not-found");
  });

  it("are what they say to be, and not cheaper than permitted", async () => {
    const { ctx, citizenId } = await settled();
    const add = await passphraseSlot(citizenId);
    for (const header of [add.header.with(4, 3), add.header.with(47, 2), add.header.with(0, 0)])
      expect(await refused(() => changeWaysBack(ctx, { add: { ...add, header } }))).toBe("request.invalid");
  });

  it("do not exist before the account has keys", async () => {
    const { ctx } = await portal.stranger();
    const add = await recoverySlot(ctx.actor.citizenId);
    expect(await refused(() => changeWaysBack(ctx, { add }))).toBe("account.missing");
  });

  it("are an official's as well", async () => {
    const { ctx } = await portal.official(0);
    await changeWaysBack(ctx, { add: await passphraseSlot(ctx.actor.officialId) });
    expect((await getAccount(ctx)).keys?.slots.map(({ kind }) => kind)).toContain("passphrase");
  });

  it("are changed by something, not by nothing", () => {
    expect(changeWaysBackInput.safeParse({}).success).toBe(false);
    expect(changeWaysBackInput.safeParse({ remove: randomUUID() }).success).toBe(true);
  });
});

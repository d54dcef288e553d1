import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { newAccount, signVault, signWays } from "../testing/account.ts";
import { renew } from "../testing/copies.ts";
import { openPortal } from "../testing/portal.ts";
import { outcome } from "../testing/refusal.ts";
import { encodeBase64 } from "../wire.ts";
import { type CreateAccount, createAccountInput } from "./create-account.contract.ts";
import { createAccount } from "./create-account.ts";
import { getAccount } from "./get-account.ts";
import { listUnits } from "./list-units.ts";
import { saveVault } from "./save-vault.ts";

const portal = await openPortal();
afterAll(() => portal.close());

async function arrived() {
  const { ctx } = await portal.stranger();
  return { ctx, ...(await newAccount(ctx.actor.citizenId)) };
}

describe("an account", () => {
  it("is empty at the first login, and has vault and slots as they were sealed afterwards", async () => {
    const { ctx, input } = await arrived();
    const { citizenId } = ctx.actor;
    expect(await getAccount(ctx)).toEqual({ kind: "citizen", accountId: citizenId, keys: null, renewals: [] });
    expect(await createAccount(ctx, input)).toEqual({ accountId: citizenId });
    expect(await getAccount(ctx)).toMatchObject({
      keys: {
        vault: encodeBase64(input.vault),
        version: 1,
        slots: [{ kind: "recovery", wrapped: encodeBase64(input.slots[0]?.wrapped ?? new Uint8Array()) }],
      },
    });
    const audit = await portal.sql`select type from audit_intake where actor_id = ${citizenId} order by created_at`;
    expect(audit.map(({ type }) => type)).toEqual(["session.opened", "account.created", "vault.released"]);
  });

  it("is made once", async () => {
    const { ctx, input } = await arrived();
    await createAccount(ctx, input);
    const before = await portal.imprint();
    expect(await outcome(createAccount(ctx, input))).toBe("account.exists");
    expect(await portal.imprint()).toEqual(before);
  });

  it("is refused with a vault, a slot or a key that is not this person's or not one at all", async () => {
    const [{ ctx, input }, { input: foreign }] = [await arrived(), await arrived()];
    const broken: Partial<CreateAccount>[] = [
      { vault: foreign.vault },
      { slots: foreign.slots },
      { slots: [...input.slots, ...foreign.slots] },
      { vault: input.vault.with(0, 0) },
      { signingKey: input.signingKey.with(0, 0) },
    ];
    const before = await portal.imprint();
    for (const change of broken)
      expect(await outcome(createAccount(ctx, { ...input, ...change }))).toBe("request.invalid");
    expect(await portal.imprint()).toEqual(before);
  });

  it("has at least one way back, and no slot twice", async () => {
    const { input } = await arrived();
    const slots = input.slots.map(({ header, wrapped, ...slot }) => ({
      ...slot,
      header: encodeBase64(header),
      wrapped: encodeBase64(wrapped),
    }));
    const wire = {
      kemPublicKey: encodeBase64(input.kemPublicKey),
      signingKey: encodeBase64(input.signingKey),
      vault: encodeBase64(input.vault),
    };
    expect(createAccountInput.safeParse({ ...wire, slots }).success).toBe(true);
    expect(createAccountInput.safeParse({ ...wire, slots: [] }).success).toBe(false);
    expect(createAccountInput.safeParse({ ...wire, slots: [...slots, ...slots] }).success).toBe(false);
  });
});

/** Vaults of a new account, each signed by its key. */
async function created() {
  const { ctx, input, keys, vaultOf } = await arrived();
  await createAccount(ctx, input);
  const { citizenId } = ctx.actor;
  const save = async (version: number) => signVault(citizenId, version, await vaultOf(version), keys);
  return { ctx, citizenId, keys, vaultOf, save };
}

describe("saving a vault", () => {
  it("raises its version by one", async () => {
    const { ctx, save } = await created();
    expect(await saveVault(ctx, await save(2))).toEqual({ version: 2 });
    expect(await saveVault(ctx, await save(3))).toEqual({ version: 3 });
  });

  it("over a newer one is a conflict; of two at once one wins", async () => {
    const { ctx, save } = await created();
    const next = await save(2);
    const codes = await Promise.all([1, 2].map(() => outcome(saveVault(ctx, next))));
    expect(codes.toSorted()).toEqual(["accepted", "vault.conflict"]);
  });

  it("is refused for another version than the next, and for somebody else's vault", async () => {
    const { ctx, save, vaultOf } = await created();
    const foreign = await created();
    const next = await save(2);
    const before = await portal.imprint();
    for (const vault of [await vaultOf(1), await vaultOf(3), await foreign.vaultOf(2)])
      expect(await outcome(saveVault(ctx, { ...next, vault }))).toBe("request.invalid");
    expect(await portal.imprint()).toEqual(before);
  });

  it("is refused to a thief of the login: without the word of the key, or with a word about something else", async () => {
    const { ctx, citizenId, keys, vaultOf, save } = await created();
    const other = await created();
    const [vault, garbage] = [await vaultOf(2), (await vaultOf(2)).fill(7, 40)];
    const genuine = await save(2);
    const remove = randomUUID();
    const before = await portal.imprint();
    for (const signed of [
      { payload: new Uint8Array(64), signature: new Uint8Array(96) },
      { ...genuine.signed, signature: new Uint8Array(96) },
      (await signVault(citizenId, 2, vault, other.keys)).signed,
      (await signVault(other.citizenId, 2, vault, keys)).signed,
      (await signVault(citizenId, 3, vault, keys)).signed,
      (await signVault(citizenId, 2, garbage, keys)).signed,
      (await signWays(ctx, keys, { remove })).signed,
    ])
      expect(await outcome(saveVault(ctx, { ...genuine, signed }))).toBe("account.not-signed");
    expect(await outcome(saveVault(ctx, { ...genuine, vault: garbage }))).toBe("account.not-signed");
    expect(await portal.imprint()).toEqual(before);
    expect(await outcome(saveVault(ctx, genuine))).toBe("accepted");
    expect(await outcome(saveVault(ctx, genuine))).toBe("vault.conflict");
  });

  it("is refused to the former key after a renewal, also with what it signed before", async () => {
    const citizen = await portal.citizen();
    const { vaultOf } = await newAccount(citizen.ctx.actor.citizenId);
    const former = await signVault(citizen.ctx.actor.citizenId, 2, await vaultOf(2), citizen.keys);
    const { renewed } = await renew(citizen);
    const before = await portal.imprint();
    expect(await outcome(saveVault(citizen.ctx, former))).toBe("account.not-signed");
    expect(await portal.imprint()).toEqual(before);
    const current = await signVault(citizen.ctx.actor.citizenId, 2, former.vault, renewed.keys);
    expect(await outcome(saveVault(citizen.ctx, current))).toBe("accepted");
  });

  it("needs an account", async () => {
    const { ctx, keys, vaultOf } = await arrived();
    const early = await signVault(ctx.actor.citizenId, 2, await vaultOf(2), keys);
    expect(await outcome(saveVault(ctx, early))).toBe("account.missing");
  });
});

describe("an official's units", () => {
  it("are the own ones, each with its seed sealed for this official", async () => {
    const [official, colleague] = [await portal.official(0), await portal.official(1)];
    const [own, theirs] = [await listUnits(official.ctx), await listUnits(colleague.ctx)];
    expect(own).toMatchObject({
      authority: "Town of Here",
      units: [{ unitId: portal.authorities[0]?.units[0]?.id, name: "Front office", seeds: [{ epoch: 1 }] }],
    });
    expect(own.units[0]?.seeds[0]?.grant).not.toBe(theirs.units[0]?.seeds[0]?.grant);
  });
});

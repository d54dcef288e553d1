import { randomUUID } from "node:crypto";
import {
  type AccountKeys,
  createAccount as createKeys,
  endDigest,
  generateRecoveryKey,
  sealRecoverySlot,
  sealVault,
  signAccountChange,
  vaultDigest,
  waysDigest,
} from "@dvd/crypto";
import { findVault } from "@dvd/db/repositories/accounts";
import { accountIdOf } from "@dvd/domain/actor";
import type { ChangeWaysBack } from "../accounts/change-ways-back.contract.ts";
import type { CreateAccount } from "../accounts/create-account.contract.ts";
import { createAccount } from "../accounts/create-account.ts";
import type { SaveVault } from "../accounts/save-vault.contract.ts";
import type { ActorCtx } from "../context.ts";

/** What a browser does at the first login. */
export async function newAccount(accountId: string) {
  const { vault, vaultKey, keys } = await createKeys({ accountId });
  const slot = await sealRecoverySlot({ vaultKey, recoveryKey: generateRecoveryKey(), accountId });
  const input: CreateAccount = {
    kemPublicKey: keys.kem.publicKey,
    signingKey: keys.signing.spki,
    vault: await sealVault(vault, vaultKey),
    slots: [{ slotId: randomUUID(), kind: "recovery", ...slot }],
  };
  const vaultOf = (version: number) => sealVault({ ...vault, version }, vaultKey);
  return { keys, input, vaultOf };
}

export async function makeAccount(ctx: ActorCtx): Promise<AccountKeys> {
  const { keys, input } = await newAccount(accountIdOf(ctx.actor));
  await createAccount(ctx, input);
  return keys;
}

const word = { type: "account-change", version: 1, signed_at: new Date().toISOString() } as const;

/** A vault to save, with the word of a key for it. */
export async function signVault(account: string, version: number, vault: SaveVault["vault"], by: AccountKeys) {
  const change = { ...word, account, what: "vault" as const, vault_version: version, digest: await vaultDigest(vault) };
  return { expectedVersion: version - 1, vault, signed: await signAccountChange(change, by.signing) };
}

/** The word of a key that an account is to end. */
export async function signEnd(ctx: ActorCtx, { signing }: AccountKeys) {
  const account = accountIdOf(ctx.actor);
  const keys = await ctx.transact((tx) => findVault(tx, account));
  const change = { ...word, account, what: "end" as const, vault_version: keys?.version ?? 1 };
  return signAccountChange({ ...change, digest: await endDigest(account) }, signing);
}

/** A change of the ways back as they are now, with the word of a key for it. */
export async function signWays(
  ctx: ActorCtx,
  { signing }: AccountKeys,
  { add, remove }: Omit<ChangeWaysBack, "signed">,
): Promise<ChangeWaysBack> {
  const account = accountIdOf(ctx.actor);
  // Looked up behind the API, which would record it: a test may count what its own call leaves behind.
  const keys = await ctx.transact((tx) => findVault(tx, account));
  const before = keys?.slots.map(({ slotId }) => slotId) ?? [];
  const digest = await waysDigest({ before, removed: remove, added: add });
  const change = { ...word, account, what: "ways" as const, vault_version: keys?.version ?? 1, digest };
  return { add, remove, signed: await signAccountChange(change, signing) };
}

import { randomUUID } from "node:crypto";
import {
  type AccountKeys,
  createAccount as createKeys,
  generateRecoveryKey,
  sealRecoverySlot,
  sealVault,
} from "@dvd/crypto";
import { accountIdOf } from "@dvd/domain/actor";
import type { CreateAccount } from "../accounts/create-account.contract.ts";
import { createAccount } from "../accounts/create-account.ts";
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

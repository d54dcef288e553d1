import { CryptoError, inspectVault, kemKeyId, signingKeyId, toHex } from "@dvd/crypto";
import { addAccount } from "@dvd/db/repositories/accounts";
import { canHaveWays } from "@dvd/domain/account/ways-back";
import { accountIdOf } from "@dvd/domain/actor";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import { record } from "../audit.ts";
import type { ActorCtx } from "../context.ts";
import type { CreateAccount } from "./create-account.contract.ts";
import { isSlotOf } from "./is-slot-of.ts";

/** Public keys and a vault that only their owner can open. The ids of the keys are computed here, never believed. */
export async function createAccount(ctx: ActorCtx, input: CreateAccount) {
  const { actor } = ctx;
  const id = accountIdOf(actor);
  const [kemId, signingId] = await readKeys(id, input);
  const scope =
    actor.kind === "citizen"
      ? { kind: actor.kind, citizenId: actor.citizenId }
      : { kind: actor.kind, tenantId: actor.tenantId };
  const keys = {
    kemPublicKey: input.kemPublicKey,
    kemKeyId: kemId,
    signingKey: input.signingKey,
    signingKeyId: signingId,
  };

  assertCan(canHaveWays(input.slots.map(({ kind: way }) => way)));
  await ctx.transact(async (tx) => {
    await addAccount(tx, { id, ...scope, ...keys }, input.vault, input.slots, ctx.now());
    await record(ctx, tx, scope.tenantId ?? null, { type: "account.created", keyId: toHex(signingId) });
  });
  return { accountId: id };
}

/** All four must parse and name this account: a vault that belongs to somebody else would lock its owner out. */
export async function readKeys(accountId: string, { kemPublicKey, signingKey, vault, slots }: CreateAccount) {
  try {
    if (inspectVault(vault).accountId !== accountId || !slots.every((slot) => isSlotOf(accountId, slot)))
      throw new DomainError("request.invalid");
    return await Promise.all([kemKeyId(kemPublicKey), signingKeyId(signingKey)]);
  } catch (error) {
    throw error instanceof CryptoError ? new DomainError("request.invalid", {}, { cause: error }) : error;
  }
}

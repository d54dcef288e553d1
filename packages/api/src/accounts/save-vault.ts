import { CryptoError, inspectVault, vaultDigest } from "@dvd/crypto";
import { lockVault, replaceVault } from "@dvd/db/repositories/accounts";
import { accountIdOf } from "@dvd/domain/actor";
import { DomainError } from "@dvd/domain/errors";
import { record } from "../audit.ts";
import type { ActorCtx } from "../context.ts";
import type { Bytes } from "../wire.ts";
import { assertSigned } from "./assert-signed.ts";
import type { SaveVault } from "./save-vault.contract.ts";

export const saveVault = (ctx: ActorCtx, { expectedVersion, vault, signed }: SaveVault) =>
  ctx.transact(async (tx) => {
    const accountId = accountIdOf(ctx.actor);
    if (!isNextVaultOf(accountId, expectedVersion, vault)) throw new DomainError("request.invalid");
    const locked = await lockVault(tx, accountId);
    if (!locked) throw new DomainError("account.missing");
    await assertSigned(signed, locked.signingKey, {
      account: accountId,
      what: "vault",
      vault_version: expectedVersion + 1,
      digest: vaultDigest(vault),
    });
    const version = await replaceVault(tx, accountId, expectedVersion, vault, ctx.now());
    const tenantId = ctx.actor.kind === "official" ? ctx.actor.tenantId : null;
    await record(ctx, tx, tenantId, { type: "vault.saved", version });
    return { version };
  });

function isNextVaultOf(accountId: string, expectedVersion: number, sealed: Bytes): boolean {
  try {
    const vault = inspectVault(sealed);
    return vault.accountId === accountId && vault.version === expectedVersion + 1;
  } catch (error) {
    if (error instanceof CryptoError) return false;
    throw error;
  }
}

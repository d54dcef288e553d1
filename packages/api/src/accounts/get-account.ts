import { findVault } from "@dvd/db/repositories/accounts";
import { accountIdOf } from "@dvd/domain/actor";
import type { ActorCtx } from "../context.ts";
import { encodeBase64 } from "../wire.ts";

export const getAccount = (ctx: ActorCtx) =>
  ctx.transact(async (tx) => {
    const accountId = accountIdOf(ctx.actor);
    const vault = await findVault(tx, accountId);
    const keys = vault && {
      vault: encodeBase64(vault.vault),
      version: vault.version,
      slots: vault.slots.map(({ slotId, kind, header, wrapped, createdAt }) => ({
        slotId,
        kind,
        header: encodeBase64(header),
        wrapped: encodeBase64(wrapped),
        createdAt: createdAt.toISOString(),
      })),
    };
    return { kind: ctx.actor.kind, accountId, keys };
  });

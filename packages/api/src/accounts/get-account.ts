import { findVault } from "@dvd/db/repositories/accounts";
import { findAside, type KeptBelongings, listRenewals } from "@dvd/db/repositories/renewals";
import type { ScopedTx } from "@dvd/db/tenant";
import { type Actor, accountIdOf } from "@dvd/domain/actor";
import { maxRenewals } from "@dvd/domain/copies";
import type { ActorCtx } from "../context.ts";
import { encodeBase64 } from "../wire.ts";

export const getAccount = (ctx: ActorCtx) =>
  ctx.transact(async (tx) => {
    const accountId = accountIdOf(ctx.actor);
    const vault = await findVault(tx, accountId);
    const renewals = await renewalsOf(tx, ctx.actor);
    return { kind: ctx.actor.kind, accountId, keys: vault && present(vault), renewals };
  });

async function renewalsOf(tx: ScopedTx, actor: Actor) {
  if (actor.kind !== "citizen") return [];
  const renewals = (await listRenewals(tx, actor.citizenId)).slice(0, maxRenewals);
  const withFormer = renewals.map(async ({ id, createdAt, signingKey }) => {
    const former = await findAside(tx, id);
    return former
      ? [{ requestedAt: createdAt.toISOString(), signingKey: encodeBase64(signingKey), former: present(former) }]
      : [];
  });
  return (await Promise.all(withFormer)).flat();
}

const present = ({ vault, version, slots }: KeptBelongings) => ({
  vault: encodeBase64(vault),
  version,
  slots: slots.map(({ slotId, kind, header, wrapped, createdAt }) => ({
    slotId,
    kind,
    header: encodeBase64(header),
    wrapped: encodeBase64(wrapped),
    createdAt: createdAt.toISOString(),
  })),
});

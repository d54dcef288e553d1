import { findVault } from "@dvd/db/repositories/accounts";
import { findAside, type KeptBelongings, listRenewals } from "@dvd/db/repositories/renewals";
import type { ScopedTx } from "@dvd/db/tenant";
import { type Actor, accountIdOf } from "@dvd/domain/actor";
import { maxRenewals } from "@dvd/domain/copies";
import { record } from "../audit.ts";
import type { ActorCtx } from "../context.ts";
import { encodeBase64 } from "../wire.ts";

/** The wrapped keys of an account, to whoever is signed in as its owner. The record of it is committed before they leave. */
export const getAccount = (ctx: ActorCtx) =>
  ctx.transact(async (tx) => {
    const accountId = accountIdOf(ctx.actor);
    const vault = await findVault(tx, accountId);
    const renewals = await renewalsOf(tx, ctx.actor);
    const tenantId = ctx.actor.kind === "official" ? ctx.actor.tenantId : null;
    if (vault) await record(ctx, tx, tenantId, { type: "vault.released", version: vault.version });
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

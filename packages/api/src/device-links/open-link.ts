import { CryptoError, kemKeyId } from "@dvd/crypto";
import { getAccount } from "@dvd/db/repositories/accounts";
import { replaceLink } from "@dvd/db/repositories/device-links";
import { deviceLinkMinutes } from "@dvd/domain/account/ways-back";
import { accountIdOf } from "@dvd/domain/actor";
import { DomainError } from "@dvd/domain/errors";
import { record } from "../audit.ts";
import type { ActorCtx } from "../context.ts";
import type { OpenLink } from "./open-link.contract.ts";

/** A new device asks. Who asks again has given up on the question before: there is one at a time. */
export async function openLink(ctx: ActorCtx, link: OpenLink) {
  const accountId = accountIdOf(ctx.actor);
  await kemKeyId(link.publicKey).catch((error: unknown) => {
    throw error instanceof CryptoError ? new DomainError("request.invalid", {}, { cause: error }) : error;
  });
  const expiresAt = new Date(ctx.now().getTime() + deviceLinkMinutes * 60_000);
  await ctx.transact(async (tx) => {
    await getAccount(tx, accountId);
    await replaceLink(tx, { ...link, accountId, expiresAt });
    const { actor } = ctx;
    const owner =
      actor.kind === "citizen"
        ? { citizenId: actor.citizenId }
        : { tenantId: actor.tenantId, officialId: actor.officialId };
    await record(ctx, tx, owner.tenantId ?? null, { type: "device.asked" });
    const about = { correlationId: ctx.correlationId, linkId: link.linkId, ...owner };
    await ctx.jobs.enqueue(tx, "expire-device-link", about, expiresAt);
  });
  return { expiresAt: expiresAt.toISOString() };
}

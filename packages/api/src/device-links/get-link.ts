import { findLink } from "@dvd/db/repositories/device-links";
import { accountIdOf } from "@dvd/domain/actor";
import { record } from "../audit.ts";
import type { ActorCtx } from "../context.ts";
import { encodeBase64 } from "../wire.ts";

/** For both sides: one reads who asks, the other whether it was answered. */
export const getLink = (ctx: ActorCtx) =>
  ctx.transact(async (tx) => {
    const found = await findLink(tx, accountIdOf(ctx.actor), ctx.now());
    if (!found) return { link: null };
    const { linkId, publicKey, proof, answer, expiresAt } = found;
    const tenantId = ctx.actor.kind === "official" ? ctx.actor.tenantId : null;
    // The sealed vault key leaves with the answer.
    if (answer) await record(ctx, tx, tenantId, { type: "device.fetched" });
    return {
      link: {
        linkId,
        publicKey: encodeBase64(publicKey),
        proof: encodeBase64(proof),
        answer: answer && encodeBase64(answer),
        expiresAt: expiresAt.toISOString(),
      },
    };
  });

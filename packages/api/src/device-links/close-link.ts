import { removeLink } from "@dvd/db/repositories/device-links";
import { accountIdOf } from "@dvd/domain/actor";
import { record } from "../audit.ts";
import type { ActorCtx } from "../context.ts";
import type { CloseLink } from "./close-link.contract.ts";

/** The new device has the key, or its person gave up. Closing what is closed already is no error. */
export const closeLink = (ctx: ActorCtx, { linkId }: CloseLink) =>
  ctx.transact(async (tx) => {
    const tenantId = ctx.actor.kind === "official" ? ctx.actor.tenantId : null;
    if (await removeLink(tx, accountIdOf(ctx.actor), linkId))
      await record(ctx, tx, tenantId, { type: "device.closed" });
    return {};
  });

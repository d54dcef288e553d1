import { waysDigest } from "@dvd/crypto";
import { addSlot, listWays, lockVault, removeSlot } from "@dvd/db/repositories/accounts";
import { canHaveWays } from "@dvd/domain/account/ways-back";
import { accountIdOf } from "@dvd/domain/actor";
import { assertCan } from "@dvd/domain/verdict";
import { DomainError } from "@dvd/domain/errors";
import { record } from "../audit.ts";
import type { ActorCtx } from "../context.ts";
import { assertFreshLogin } from "../sessions/assert-fresh-login.ts";
import { assertSigned } from "./assert-signed.ts";
import type { ChangeWaysBack } from "./change-ways-back.contract.ts";
import { isSlotOf } from "./is-slot-of.ts";

export const changeWaysBack = (ctx: ActorCtx, { add, remove, signed }: ChangeWaysBack) =>
  ctx.transact(async (tx) => {
    assertFreshLogin(ctx, "ways-back.change");
    const accountId = accountIdOf(ctx.actor);
    const vault = await lockVault(tx, accountId);
    if (!vault) throw new DomainError("account.missing");
    const ways = await listWays(tx, accountId);
    const removed = ways.find(({ slotId }) => slotId === remove);
    if (remove !== undefined && !removed) throw new DomainError("ways-back.not-found");
    if (add && (!isSlotOf(accountId, add) || ways.some(({ slotId }) => slotId === add.slotId)))
      throw new DomainError("request.invalid");
    const left = ways.filter((way) => way !== removed);
    assertCan(canHaveWays([...left, ...(add ? [add] : [])].map(({ kind }) => kind)));
    await assertSigned(signed, vault.signingKey, {
      account: accountId,
      what: "ways",
      vault_version: vault.version,
      digest: waysDigest({ before: ways.map(({ slotId }) => slotId), removed: remove, added: add }),
    });

    const tenantId = ctx.actor.kind === "official" ? ctx.actor.tenantId : null;
    if (removed) {
      await removeSlot(tx, accountId, removed.slotId);
      await record(ctx, tx, tenantId, { type: "way.removed", way: removed.kind });
    }
    if (add) {
      await addSlot(tx, accountId, add);
      await record(ctx, tx, tenantId, { type: "way.added", way: add.kind });
    }
    return {};
  });

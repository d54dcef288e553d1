import { listDrafts as readDrafts } from "@dvd/db/repositories/drafts";
import { draftExpiresAt } from "@dvd/domain/form/draft-limits";
import type { CitizenCtx } from "../context.ts";
import { encodeBase64 } from "../wire.ts";
import { oldestKept } from "./oldest-kept.ts";

/** All of them with their content: they are few and small, and only the device can tell them apart. */
export const listDrafts = (ctx: CitizenCtx) =>
  ctx.transact(async (tx) => {
    const rows = await readDrafts(tx, ctx.actor.citizenId, oldestKept(ctx.now()));
    return {
      drafts: rows.map(({ draftId, version, sealed, updatedAt }) => ({
        draftId,
        version,
        sealed: encodeBase64(sealed),
        changedAt: updatedAt.toISOString(),
        expiresAt: draftExpiresAt(updatedAt).toISOString(),
      })),
    };
  });

import { listEntries } from "@dvd/db/repositories/key-log";
import { readPublic } from "@dvd/db/tenant";
import type { Deps } from "../context.ts";
import { newestCheckpoint } from "../key-log/prove-logged.ts";

/** For monitors: everything that anybody could be shown, so that an authority finds what it has not published itself. */
export const listLogEntries = (ctx: Deps, { from, limit }: { from: number; limit: number }) =>
  readPublic(ctx.db, async (tx) => {
    const { size } = await newestCheckpoint(tx);
    const end = Math.min(size, from + limit);
    return { entries: await listEntries(tx, from, end), next: end < size ? end : null };
  });

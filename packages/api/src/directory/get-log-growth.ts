import { readPublic } from "@dvd/db/tenant";
import type { Deps } from "../context.ts";
import { encodeBase64 } from "../wire.ts";

/**
 * For two readers who have seen the key log at two times, to find out whether it was the same log. An answer that proves
 * nothing is for them to judge: we say what our tree says, and no more.
 */
export const getLogGrowth = (ctx: Deps, { from, to }: { from: number; to: number }) =>
  readPublic(ctx.db, async (tx) => {
    const tree = await ctx.keyLog.filledFrom(tx);
    const nodes = to <= tree.size() ? await tree.consistency(from, to) : [];
    return { consistency: nodes.map(encodeBase64) };
  });

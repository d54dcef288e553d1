import { readPublic } from "@dvd/db/tenant";
import type { Deps } from "../context.ts";
import { encodeBase64 } from "../wire.ts";

/**
 * For readers who have seen the key log at several times, to find out whether it was the same log. An answer that proves
 * nothing is for them to judge: we say what our tree says, and no more.
 */
export const getLogGrowth = (ctx: Deps, { sizes }: { sizes: readonly number[] }) =>
  readPublic(ctx.db, async (tx) => {
    const tree = await ctx.keyLog.filledFrom(tx);
    const growth: string[][] = [];
    for (const [at, size] of sizes.slice(1).entries()) {
      const nodes = size <= tree.size() ? await tree.consistency(sizes[at] ?? 0, size) : [];
      growth.push(nodes.map(encodeBase64));
    }
    return { growth };
  });

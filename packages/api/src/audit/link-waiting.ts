import type { Db } from "@dvd/db/client";
import { linkAudit } from "@dvd/db/repositories/audit";

/** A transaction holds the chains that it writes, so it takes only so many of each. */
const atATime = 1_000;

/** Links until nothing waits; says how many records that were. */
export async function linkWaiting(db: Db): Promise<number> {
  let total = 0;
  for (;;) {
    const linked = await linkAudit(db, atATime);
    total += linked;
    if (linked < atATime) return total;
  }
}

import type { AccountId, TenantId, UnitId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import type { ScopedTx } from "../tenant.ts";

/** What an account may have only so many of. The numbers are ours alone; 7_236_001 is the public log. */
const turns = { upload: 7_236_002, case: 7_236_003, draft: 7_236_004, deputyship: 7_236_006 } as const;

/**
 * Until the transaction ends, nothing else of this kind begins for this account, on whichever machine: whoever counts
 * after this line counts what came before it. Without it, two that begin at once both find the last place free.
 */
export const takeTurn = (tx: ScopedTx, kind: keyof typeof turns, account: AccountId) =>
  tx.execute(sql`select pg_advisory_xact_lock(${turns[kind]}::int, hashtext(${account}))`);

/**
 * Until the transaction ends, nobody leaves this unit (`stay`), or nobody else comes, goes or takes a case in it (`leave`).
 * The units of a request were read before its transaction, and whoever was removed since then would take a case for good.
 */
export const holdUnit = (tx: ScopedTx, unitId: UnitId, who: "stay" | "leave") =>
  tx.execute(
    who === "stay"
      ? sql`select pg_advisory_xact_lock_shared(7_236_005, hashtext(${unitId}))`
      : sql`select pg_advisory_xact_lock(7_236_005, hashtext(${unitId}))`,
  );

/** Until the transaction ends nobody else in this authority gives a unit a name: two at once would take the same one. */
export const holdUnitNames = (tx: ScopedTx, tenantId: TenantId) =>
  tx.execute(sql`select pg_advisory_xact_lock(7_236_008, hashtext(${tenantId}))`);

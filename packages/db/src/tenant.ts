import type { AccountId, CitizenId, CollectorTokenId, OfficialId, TenantId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";

declare const tenantScope: unique symbol;
declare const citizenScope: unique symbol;
declare const publicScope: unique symbol;
declare const logScope: unique symbol;
declare const collectorScope: unique symbol;

/** Sees what was submitted to one authority. */
export type TenantTx = Tx & { readonly [tenantScope]: TenantId };
/** Sees what belongs to one citizen, across authorities. */
export type CitizenTx = Tx & { readonly [citizenScope]: CitizenId };
/** Sees the public directory only, and cannot write. */
export type PublicTx = Tx & { readonly [publicScope]: true };

/** Sees the public directory, and adds to the public log. */
export type LogTx = Tx & { readonly [logScope]: true };

/** Sees the audit log of the authority whose token this is, and nothing else. */
export type CollectorTx = Tx & { readonly [collectorScope]: CollectorTokenId };

export type ScopedTx = TenantTx | CitizenTx;
/** For reading the public directory, which every scope may do. */
export type AnyTx = PublicTx | LogTx | ScopedTx;

type Scope = { tenant?: TenantId; citizen?: CitizenId; account?: AccountId; collector?: CollectorTokenId };

/**
 * One statement sets all four, so none is left over from an earlier thought. `true` binds them to this transaction: the
 * next one on the same pooled connection starts with empty settings. The cast refuses anything that is not an id here,
 * with an error, instead of later as "zero rows".
 */
const setScope = ({ tenant, citizen, account, collector }: Scope) => sql`select
  set_config('app.tenant', coalesce(${tenant ?? null}::uuid::text, ''), true),
  set_config('app.citizen', coalesce(${citizen ?? null}::uuid::text, ''), true),
  set_config('app.account', coalesce(${account ?? null}::uuid::text, ''), true),
  set_config('app.collector', coalesce(${collector ?? null}::uuid::text, ''), true)`;

/**
 * Runs `fn` in one transaction with the eyes of an authority: row-level security shows and accepts rows of this tenant
 * only, and no drafts. With `officialId` the transaction may also use that official's vault and write audit rows in
 * their name; jobs leave it out. Which unit may see a case is not decided here but by `caseCan` in the command.
 *
 * Commits when `fn` resolves, rolls back when it throws, and hands on what it throws. The caller must not let `tx`
 * outlive `fn`, must not catch a failed statement and go on (the transaction is lost by then), and must do nothing slow
 * inside that does not need the database.
 */
export const withTenant = <T>(
  db: Db,
  scope: { tenantId: TenantId; officialId?: OfficialId },
  fn: (tx: TenantTx) => Promise<T>,
): Promise<T> =>
  db.transaction(async (tx) => {
    await tx.execute(setScope({ tenant: scope.tenantId, ...(scope.officialId && { account: scope.officialId }) }));
    // The brand is earned by the line above; no other place makes a TenantTx.
    return fn(tx as TenantTx);
  });

/** Runs `fn` in one transaction with the eyes of a citizen. The contract is that of `withTenant`. */
export const withCitizen = <T>(db: Db, citizenId: CitizenId, fn: (tx: CitizenTx) => Promise<T>): Promise<T> =>
  db.transaction(async (tx) => {
    await tx.execute(setScope({ citizen: citizenId, account: citizenId }));
    // The brand is earned by the line above; no other place makes a CitizenTx.
    return fn(tx as CitizenTx);
  });

/**
 * Runs `fn` in one transaction with the eyes of a collector: the records of one authority's log, while its token holds, and no
 * row of any case. Which authority that is, the database knows from the token. The contract is that of `withTenant`.
 */
export const withCollector = <T>(db: Db, tokenId: CollectorTokenId, fn: (tx: CollectorTx) => Promise<T>): Promise<T> =>
  db.transaction(async (tx) => {
    await tx.execute(setScope({ collector: tokenId }));
    // The brand is earned by the line above; no other place makes a CollectorTx.
    return fn(tx as CollectorTx);
  });

/** Runs `fn` in a read-only transaction that belongs to nobody: authorities, units, services, rules, statements. */
export const readPublic = <T>(db: Db, fn: (tx: PublicTx) => Promise<T>): Promise<T> =>
  // The brand is earned by the access mode and by the missing scope.
  db.transaction((tx) => fn(tx as PublicTx), { accessMode: "read only" });

/** One at a time in the whole installation: two writers would both find the same place free. The number is ours alone. */
const logLock = sql`select pg_advisory_xact_lock(7_236_001)`;

/** Runs `fn` in a transaction that belongs to nobody and holds the public log: what it adds comes after everything else. */
export const appendToLog = <T>(db: Db, fn: (tx: LogTx) => Promise<T>): Promise<T> =>
  db.transaction(async (tx) => {
    await tx.execute(logLock);
    // The brand is earned by the lock and by the missing scope.
    return fn(tx as LogTx);
  });

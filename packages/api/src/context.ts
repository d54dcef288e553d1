import type { Logger } from "@dvd/config/log";
import type { Db } from "@dvd/db/client";
import { type CitizenTx, type ScopedTx, type TenantTx, withCitizen, withTenant } from "@dvd/db/tenant";
import type { Actor, CitizenActor, OfficialActor } from "@dvd/domain/actor";
import { uuidv7 } from "@dvd/domain/ids";
import type { OperationalAudit } from "./audit/operational.ts";
import type { Network } from "@dvd/domain/limits/budgets";
import type { BlobStore } from "./adapters/blob/blob-store.ts";
import type { Cache } from "./adapters/cache/cache.ts";
import type { JobQueue } from "./adapters/jobs/queue.ts";
import type { RateLimiter } from "./adapters/rate-limit/rate-limiter.ts";
import type { ReceiptSigner } from "./adapters/receipt-signer.ts";
import type { LogTree } from "./key-log/log-tree.ts";
import type { Bytes } from "./wire.ts";

/** What every process builds once. Time, randomness and stores are passed in, so that a test replaces no module. */
export type WorkerDeps = {
  db: Db;
  blobs: BlobStore;
  now: () => Date;
  randomBytes: (length: number) => Bytes;
  log: Logger;
  keyLog: LogTree;
  /** For what is recorded beside the work. Records of an act go through `record`, in its transaction. */
  operations: OperationalAudit;
};

export type Deps = WorkerDeps & {
  jobs: JobQueue;
  receipts: ReceiptSigner;
  limiter: RateLimiter;
  cache: Cache;
  challengeKey: string;
};

/** Runs inside the first transaction of a command, around what the command does there. */
export type Around = <T>(tx: ScopedTx, work: () => Promise<T>) => Promise<T>;

export type RequestContext = Deps & {
  correlationId: string;
  actor: Actor | null;
  /** Where the request comes from, under names that say nothing but "the same as before". */
  networks: readonly Network[];
  /** The client's key for this intent, and the work it has done for it, as they stand in the headers. */
  idempotencyKey?: string | undefined;
  proof?: string | undefined;
  around?: readonly Around[] | undefined;
};

type Acting<A extends Actor, Tx> = Deps & {
  correlationId: string;
  actor: A;
  networks: readonly Network[];
  /** The only way a command gets at rows: a transaction in the scope of its actor. */
  transact: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
};

export type CitizenCtx = Acting<CitizenActor, CitizenTx>;
export type OfficialCtx = Acting<OfficialActor, TenantTx>;
/** For commands that serve both; row-level security tells the two apart. */
export type ActorCtx = Acting<Actor, ScopedTx>;

/**
 * What stands around a command stands around its first transaction, the act; the first of them is the outermost. What a
 * command still writes after its act has failed (`forget-lost.ts`) is no second try: under its key it would be kept as
 * the answer.
 */
function aroundTheAct(around: readonly Around[] = []) {
  let left = around;
  return <Tx extends ScopedTx, T>(work: (tx: Tx) => Promise<T>) =>
    (tx: Tx) => {
      const wraps = left;
      left = [];
      return wraps.reduceRight<() => Promise<T>>(
        (inner, wrap) => () => wrap(tx, inner),
        () => work(tx),
      )();
    };
}

export function citizenCtx(ctx: RequestContext, actor: CitizenActor): CitizenCtx {
  const within = aroundTheAct(ctx.around);
  return { ...ctx, actor, transact: (work) => withCitizen(ctx.db, actor.citizenId, within(work)) };
}

export function officialCtx(ctx: RequestContext, actor: OfficialActor): OfficialCtx {
  const within = aroundTheAct(ctx.around);
  const scope = { tenantId: actor.tenantId, officialId: actor.officialId };
  return { ...ctx, actor, transact: (work) => withTenant(ctx.db, scope, within(work)) };
}

export const actorCtx = (ctx: RequestContext, actor: Actor): ActorCtx =>
  actor.kind === "citizen" ? citizenCtx(ctx, actor) : officialCtx(ctx, actor);

export const newId = <Id extends string>(ctx: Pick<Deps, "now" | "randomBytes">): Id =>
  uuidv7<Id>(ctx.now(), ctx.randomBytes(10));

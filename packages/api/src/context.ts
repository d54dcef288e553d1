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
  /** For what is still written after the act has failed: no second try, so nothing stands around it. */
  transactAfter: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
};

export type CitizenCtx = Acting<CitizenActor, CitizenTx>;
export type OfficialCtx = Acting<OfficialActor, TenantTx>;
/** For commands that serve both; row-level security tells the two apart. */
export type ActorCtx = Acting<Actor, ScopedTx>;

/**
 * What stands around a command (its key, the hold on its account) stands around its act, which is one transaction: a
 * second one would be given the first one's answer, or would do its work without them.
 */
function aroundTheAct(around: readonly Around[] = []) {
  let hasActed = false;
  return <Tx extends ScopedTx, T>(work: (tx: Tx) => Promise<T>) =>
    (tx: Tx) => {
      if (hasActed && around.length > 0) throw new Error("a command acts in one transaction");
      hasActed = true;
      return around.reduceRight<() => Promise<T>>(
        (inner, wrap) => () => wrap(tx, inner),
        () => work(tx),
      )();
    };
}

export function citizenCtx(ctx: RequestContext, actor: CitizenActor): CitizenCtx {
  const within = aroundTheAct(ctx.around);
  const transactAfter: CitizenCtx["transact"] = (work) => withCitizen(ctx.db, actor.citizenId, work);
  return { ...ctx, actor, transactAfter, transact: (work) => transactAfter(within(work)) };
}

export function officialCtx(ctx: RequestContext, actor: OfficialActor): OfficialCtx {
  const within = aroundTheAct(ctx.around);
  const scope = { tenantId: actor.tenantId, officialId: actor.officialId };
  const transactAfter: OfficialCtx["transact"] = (work) => withTenant(ctx.db, scope, work);
  return { ...ctx, actor, transactAfter, transact: (work) => transactAfter(within(work)) };
}

export const actorCtx = (ctx: RequestContext, actor: Actor): ActorCtx =>
  actor.kind === "citizen" ? citizenCtx(ctx, actor) : officialCtx(ctx, actor);

export const newId = <Id extends string>(ctx: Pick<Deps, "now" | "randomBytes">): Id =>
  uuidv7<Id>(ctx.now(), ctx.randomBytes(10));

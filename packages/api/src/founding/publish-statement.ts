import { type SigningKey, type Statement, signStatement } from "@dvd/crypto";
import { addStatement } from "@dvd/db/repositories/founding";
import type { TenantId, UnitId } from "@dvd/domain/ids";
import { newId, type WorkerDeps } from "../context.ts";

export type FoundingDeps = Pick<WorkerDeps, "db" | "now" | "randomBytes">;
/** `db` may be a transaction: what belongs together is published together. */
export type PublishingDeps = Omit<FoundingDeps, "db"> & { db: Parameters<typeof addStatement>[0] };

type Validity = "authority" | "not_before" | "expires";
/** Each statement without what the publisher adds; distributed over the union, so that each keeps its own fields. */
type WithoutValidity<S> = S extends Statement ? Omit<S, Validity> : never;
export type Publish = (key: SigningKey, statement: WithoutValidity<Statement>) => Promise<void>;

const dayMs = 86_400_000;
/** What the root has signed lasts as long as a term of office, everything under it is renewed each year. */
const daysOf = (type: Statement["type"]) => (type === "authority" || type === "log-policy" ? 5 * 365 : 365);

/** Signs a statement of the authority and makes it public. Valid since yesterday: clocks of citizens may be behind. */
export const statementPublisher =
  (deps: PublishingDeps, tenantId: TenantId): Publish =>
  async (key, statement) => {
    const now = deps.now().getTime();
    const complete = {
      ...statement,
      authority: tenantId,
      not_before: new Date(now - dayMs).toISOString(),
      expires: new Date(now + daysOf(statement.type) * dayMs).toISOString(),
    };
    const signed = await signStatement(complete, key);
    await addStatement(deps.db, {
      id: newId(deps),
      tenantId,
      kind: complete.type,
      // Made by us a moment ago; the statement's type knows it as text only.
      unitId: "unit_id" in complete ? (complete.unit_id as UnitId) : null,
      epoch: "epoch" in complete ? complete.epoch : null,
      sequence: "seq" in complete ? complete.seq : 1,
      payload: signed.payload,
      signature: signed.signature,
      createdAt: deps.now(),
    });
  };

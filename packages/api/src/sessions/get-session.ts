import { findSession } from "@dvd/db/repositories/identity";
import { accountIdOf } from "@dvd/domain/actor";
import { DomainError } from "@dvd/domain/errors";
import type { ActorCtx } from "../context.ts";
import type { SessionState } from "./session-state.contract.ts";

/** How long this login still lasts. Asking is no activity. */
export const getSession = (ctx: ActorCtx) => stateOf(ctx, { touch: false });

export async function stateOf({ db, actor, now }: ActorCtx, options: { touch: boolean }): Promise<SessionState> {
  const session = await findSession(db, actor.sessionId, options);
  // Ended between the look at the edge and this one.
  if (!session) throw new DomainError("auth.required");
  return {
    accountId: accountIdOf(actor),
    kind: actor.kind,
    assurance: session.assurance,
    ...session.times,
    loginAgeSeconds: (now().getTime() - session.authenticatedAt.getTime()) / 1000,
  };
}

import { endOtherSessions as endThem } from "@dvd/db/repositories/identity";
import type { ActorCtx } from "../context.ts";
import type { EndOtherSessions } from "./end-other-sessions.contract.ts";

/**
 * Signs the person out elsewhere. No fresh login is asked for: who has lost a phone must be quick. Signing out what has
 * ended meanwhile is no error, and a stranger's handle ends nothing.
 */
export async function endOtherSessions({ db, log, actor }: ActorCtx, { handle }: EndOtherSessions) {
  const ended = await endThem(db, actor.sessionId, handle ?? null);
  log.event("session.revoked", { reason: "elsewhere", count: ended });
  return { ended };
}

import { listSessions as readSessions } from "@dvd/db/repositories/identity";
import type { ActorCtx } from "../context.ts";

/** Everywhere the person is logged in right now, this place first. */
export async function listSessions({ db, actor }: ActorCtx) {
  const sessions = await readSessions(db, actor.sessionId);
  return {
    sessions: sessions.map((session) => ({
      ...session,
      openedAt: session.openedAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
    })),
  };
}

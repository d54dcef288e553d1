import { revokeSession } from "@dvd/db/repositories/identity";
import type { SessionId } from "@dvd/domain/ids";
import type { WorkerDeps } from "../context.ts";

/** Over at once: the next request finds no session, and open streams are closed by the bell that this rings. */
export async function endSession({ db, log }: Pick<WorkerDeps, "db" | "log">, sessionId: SessionId) {
  await revokeSession(db, sessionId);
  log.event("session.revoked", { reason: "logout", count: 1 });
}

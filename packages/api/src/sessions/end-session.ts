import { revokeSession } from "@dvd/db/repositories/identity";
import type { SessionId } from "@dvd/domain/ids";
import type { WorkerDeps } from "../context.ts";

/** Over at once: the next request, and the next look of a live stream, finds no session. */
export async function endSession({ db, log }: Pick<WorkerDeps, "db" | "log">, sessionId: SessionId) {
  await revokeSession(db, sessionId);
  log.event("session.revoked", {});
}

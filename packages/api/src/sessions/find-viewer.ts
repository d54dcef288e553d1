import { findSession } from "@dvd/db/repositories/identity";
import type { Actor } from "@dvd/domain/actor";
import type { SessionId } from "@dvd/domain/ids";
import type { WorkerDeps } from "../context.ts";

/** The actor behind a session, by the database, at every request: what was revoked is over at once. */
export async function findViewer(
  { db }: Pick<WorkerDeps, "db">,
  sessionId: SessionId,
  options: { touch: boolean },
): Promise<Actor | null> {
  const session = await findSession(db, sessionId, options);
  if (!session) return null;
  const { assurance, authenticatedAt } = session;
  const common = { sessionId, assurance, authenticatedAt };
  if (session.kind === "citizen") return { ...common, kind: "citizen", citizenId: session.citizenId };
  const { officialId, tenantId, unitIds, ledUnitIds, standsInFor, roles } = session;
  return { ...common, kind: "official", officialId, tenantId, unitIds, ledUnitIds, standsInFor, roles };
}

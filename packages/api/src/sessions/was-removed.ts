import { wasRemoved as ask } from "@dvd/db/repositories/identity";
import type { SessionId } from "@dvd/domain/ids";
import type { WorkerDeps } from "../context.ts";

/** Why a login is over, for the page that says so: its authority has removed the person. */
export const wasRemoved = ({ db }: Pick<WorkerDeps, "db">, sessionId: SessionId) => ask(db, sessionId);

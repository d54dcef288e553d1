import { type ScopedTx, withCitizen, withTenant } from "@dvd/db/tenant";
import type { JobPayload } from "../adapters/jobs/definitions.ts";
import type { WorkerDeps } from "../context.ts";

/** A document's row may be changed only with the eyes of the side that sent it. */
export const asSender = <T>(
  { db }: WorkerDeps,
  { sender, citizenId, tenantId }: JobPayload<"verify-document" | "expire-upload">,
  work: (tx: ScopedTx) => Promise<T>,
) => (sender === "citizen" ? withCitizen(db, citizenId, work) : withTenant(db, { tenantId }, work));

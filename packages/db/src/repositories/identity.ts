import { type TenantRole, tenantRoles } from "@dvd/domain/actor";
import { type AssuranceLevel, assuranceLevels, sessionLimits } from "@dvd/domain/assurance";
import type { CitizenId, OfficialId, SessionId, TenantId, UnitId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import type { CitizenTx } from "../tenant.ts";

/**
 * Logins happen before there is a scope. They go through functions of the database, because the application has no
 * right of its own to read, list or invent sessions.
 */
type NewSession = { subjectHash: Uint8Array; sessionId: SessionId; assurance: AssuranceLevel; expiresAt: Date };

export async function openCitizenSession(db: Db, session: NewSession & { newCitizenId: CitizenId }) {
  const [row] = await db.execute<{ id: CitizenId }>(sql`select identity_open_citizen_session(
    ${Buffer.from(session.subjectHash)}, ${session.newCitizenId}, ${session.sessionId}, ${session.assurance},
    ${session.expiresAt.toISOString()}::timestamptz) as id`);
  return row?.id ?? null;
}

/** Null when no authority knows this person, or has removed them. */
export async function openOfficialSession(db: Db, session: NewSession): Promise<OfficialId | null> {
  const [row] = await db.execute<{
    official_id: OfficialId;
  }>(sql`select official_id from identity_open_official_session(
    ${Buffer.from(session.subjectHash)}, ${session.sessionId}, ${session.assurance},
    ${session.expiresAt.toISOString()}::timestamptz)`);
  return row?.official_id ?? null;
}

export type LiveSession = { assurance: AssuranceLevel } & (
  | { kind: "citizen"; citizenId: CitizenId }
  | { kind: "official"; officialId: OfficialId; tenantId: TenantId; unitIds: UnitId[]; roles: TenantRole[] }
);

type SessionRow = {
  kind: string;
  citizen_id: CitizenId | null;
  official_id: OfficialId | null;
  tenant_id: TenantId | null;
  unit_ids: UnitId[];
  roles: string[];
  assurance: string;
};

const idleMinutes = JSON.stringify(
  Object.fromEntries(assuranceLevels.map((level) => [level, sessionLimits[level].idle])),
);

/** The session, if it is alive: not revoked, not over, not idle for too long. `touch` says that a person did something. */
export async function findSession(db: Db, id: SessionId, { touch }: { touch: boolean }): Promise<LiveSession | null> {
  const [row] = await db.execute<SessionRow>(
    sql`select kind, citizen_id, official_id, tenant_id, unit_ids, assurance,
        identity_roles(tenant_id, official_id) as roles
      from identity_session(${id}, ${idleMinutes}::jsonb, ${touch})`,
  );
  const assurance = assuranceLevels.find((level) => level === row?.assurance);
  if (!row || !assurance) return null;
  const common = { assurance };
  if (row.citizen_id) return { ...common, kind: "citizen", citizenId: row.citizen_id };
  if (row.official_id && row.tenant_id) {
    const roles = tenantRoles.filter((role) => row.roles.includes(role));
    const { official_id: officialId, tenant_id: tenantId, unit_ids: unitIds } = row;
    return { ...common, kind: "official", officialId, tenantId, unitIds, roles };
  }
  return null;
}

/** The citizen of this transaction and everything that is only theirs; what was sent stays (docs/cases.md). */
export const forgetCitizen = (tx: CitizenTx) => tx.execute(sql`select identity_forget_citizen()`);

export const revokeSession = (db: Db, id: SessionId) => db.execute(sql`select identity_revoke_session(${id})`);

import { type TenantRole, tenantRoles } from "@dvd/domain/actor";
import { type AssuranceLevel, assuranceLevels } from "@dvd/domain/assurance";
import type { CitizenId, OfficialId, SessionId, TenantId, UnitId } from "@dvd/domain/ids";
import type { Device } from "@dvd/domain/session/device";
import { type SessionTimes, sessionLimits } from "@dvd/domain/session/limits";
import type { LoginRefusal } from "@dvd/domain/session/login";
import { sql } from "drizzle-orm";
import type { Db } from "../client.ts";
import type { CitizenTx, ScopedTx } from "../tenant.ts";

/**
 * Logins happen before there is a scope. They go through functions of the database, because the application has no
 * right of its own to read, list or invent sessions.
 */
export type NewSession = {
  id: SessionId;
  assurance: AssuranceLevel;
  authenticatedAt: Date;
  /** One login opens one session: a second one with the same hash is refused. */
  loginHash: Uint8Array;
  providerSessionHash: Uint8Array | null;
  device: Device;
  /** What this browser was logged in as until now. It ends. */
  former: SessionId | null;
};

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

const sessionJson = ({ device, ...session }: NewSession) =>
  JSON.stringify({
    ...session,
    ...device,
    minutes: sessionLimits[session.assurance].total,
    loginHash: hex(session.loginHash),
    providerSessionHash: session.providerSessionHash && hex(session.providerSessionHash),
  });

type CitizenLogin = { subjectHash: Uint8Array; newCitizenId: CitizenId; session: NewSession };

/** Null when the same login has opened a session before. */
export async function openCitizenSession(db: Db, { subjectHash, newCitizenId, session }: CitizenLogin) {
  const [row] = await db.execute<{ id: CitizenId | null }>(
    sql`select identity_open_citizen_session(
      ${Buffer.from(subjectHash)}, ${newCitizenId}, ${sessionJson(session)}::jsonb) as id`,
  );
  return row?.id ?? null;
}

type OfficialLogin = { subjectHash: Uint8Array; authority: string; session: NewSession };
type OfficialOutcome =
  | { outcome: "opened"; official_id: OfficialId }
  | { outcome: "unknown-person" | "removed-person" | "used-twice"; official_id: null };

/** Unknown is who was never invited by that authority. */
export async function openOfficialSession(db: Pick<Db, "execute">, { subjectHash, authority, session }: OfficialLogin) {
  const [row] = await db.execute<OfficialOutcome>(
    sql`select outcome, official_id from identity_open_official_session(
      ${Buffer.from(subjectHash)}, ${authority}, ${sessionJson(session)}::jsonb)`,
  );
  if (!row) throw new Error("the function answers with one row");
  return row;
}

/** For the audit: a login that failed before anybody knew whose it was. */
export const refuseLogin = (db: Db, reason: LoginRefusal) => db.execute(sql`select identity_refuse_login(${reason})`);

export type LiveSession = { assurance: AssuranceLevel; authenticatedAt: Date; times: SessionTimes } & (
  | { kind: "citizen"; citizenId: CitizenId }
  | {
      kind: "official";
      officialId: OfficialId;
      tenantId: TenantId;
      unitIds: UnitId[];
      ledUnitIds: UnitId[];
      standsInFor: OfficialId[];
      roles: TenantRole[];
    }
);

type SessionRow = {
  citizen_id: CitizenId | null;
  official_id: OfficialId | null;
  tenant_id: TenantId | null;
  unit_ids: UnitId[];
  led_unit_ids: UnitId[];
  stands_in_for: OfficialId[];
  roles: string[];
  assurance: string;
  authenticated_ms: number;
  idle_seconds: number;
  total_seconds: number;
};

const idleMinutes = JSON.stringify(
  Object.fromEntries(assuranceLevels.map((level) => [level, sessionLimits[level].idle])),
);

/** The session, if it is alive: not revoked, not over, not idle for too long. `touch` says that a person did something. */
export async function findSession(db: Db, id: SessionId, { touch }: { touch: boolean }): Promise<LiveSession | null> {
  const [row] = await db.execute<SessionRow>(
    sql`select citizen_id, official_id, tenant_id, unit_ids, assurance, authenticated_ms, idle_seconds, total_seconds,
        identity_roles(tenant_id, official_id) as roles, identity_led_units(tenant_id, official_id) as led_unit_ids,
        identity_stands_in_for(tenant_id, official_id) as stands_in_for
      from identity_session(${id}, ${idleMinutes}::jsonb, ${touch})`,
  );
  const assurance = assuranceLevels.find((level) => level === row?.assurance);
  if (!row || !assurance) return null;
  const times = { idleSeconds: row.idle_seconds, totalSeconds: row.total_seconds };
  const common = { assurance, times, authenticatedAt: new Date(row.authenticated_ms) };
  if (row.citizen_id) return { ...common, kind: "citizen", citizenId: row.citizen_id };
  if (row.official_id && row.tenant_id) {
    const roles = tenantRoles.filter((role) => row.roles.includes(role));
    const { official_id: officialId, tenant_id: tenantId, unit_ids: unitIds, led_unit_ids: ledUnitIds } = row;
    const { stands_in_for: standsInFor } = row;
    return { ...common, kind: "official", officialId, tenantId, unitIds, ledUnitIds, standsInFor, roles };
  }
  return null;
}

/**
 * Holds the account of this transaction's citizen until the transaction ends: among others, who keep it from ending, or
 * alone, after all of those. False when there is no such account any more.
 */
export async function holdAccount(tx: ScopedTx, { alone }: { alone: boolean }): Promise<boolean> {
  const [row] = await tx.execute<{ held: boolean }>(sql`select identity_hold_citizen(${alone}) as held`);
  return row?.held ?? false;
}

/** The citizen of this transaction and everything that is only theirs; what was sent stays (docs/cases.md). */
export const forgetCitizen = (tx: CitizenTx) => tx.execute(sql`select identity_forget_citizen()`);

export type ListedSession = Device & {
  handle: string;
  isCurrent: boolean;
  assurance: AssuranceLevel;
  openedAt: Date;
  lastSeenAt: Date;
};

type ListedRow = Device & {
  handle: string;
  is_current: boolean;
  assurance: AssuranceLevel;
  created_at: string;
  last_seen_at: string;
};

/** Everywhere the person of this session is logged in; this session first. Empty when it is over. */
export async function listSessions(db: Db, id: SessionId): Promise<ListedSession[]> {
  const rows = await db.execute<ListedRow>(
    sql`select handle, is_current, assurance, browser, system, created_at, last_seen_at
      from identity_list_sessions(${id}, ${idleMinutes}::jsonb)`,
  );
  return rows.map(({ is_current, created_at, last_seen_at, ...row }) => ({
    ...row,
    isCurrent: is_current,
    openedAt: new Date(created_at),
    lastSeenAt: new Date(last_seen_at),
  }));
}

/** Of the same person, and never this one. Without a handle: all of them. Returns how many ended. */
export async function endOtherSessions(db: Db, id: SessionId, handle: string | null): Promise<number> {
  const [row] = await db.execute<{ ended: number }>(
    sql`select identity_end_other_sessions(${id}, ${idleMinutes}::jsonb, ${handle}) as ended`,
  );
  return row?.ended ?? 0;
}

export const revokeSession = (db: Db, id: SessionId) => db.execute(sql`select identity_revoke_session(${id})`);

/** Rows of sessions that ended more than a day ago; a few thousand at a time. Returns how many went. */
export async function sweepSessions(db: Db): Promise<number> {
  const [row] = await db.execute<{ swept: number }>(sql`select sweep_sessions() as swept`);
  return row?.swept ?? 0;
}

/** Whether this session is over because its authority has removed the person. */
export async function wasRemoved(db: Db, id: SessionId): Promise<boolean> {
  const [row] = await db.execute<{ removed: boolean }>(sql`select identity_was_removed(${id}) as removed`);
  return row?.removed ?? false;
}

type ProviderLogout = { subjectHash: Uint8Array | null; providerSessionHash: Uint8Array | null; issuedAt: Date };

/** What the identity provider ended, of what had begun by then. Returns how many of ours that were. */
export async function endProviderSessions(db: Db, { subjectHash, providerSessionHash, issuedAt }: ProviderLogout) {
  const bytes = (value: Uint8Array | null) => value && Buffer.from(value);
  const [row] = await db.execute<{ ended: number }>(
    sql`select identity_end_provider_sessions(
      ${bytes(subjectHash)}, ${bytes(providerSessionHash)}, ${issuedAt.toISOString()}) as ended`,
  );
  return row?.ended ?? 0;
}

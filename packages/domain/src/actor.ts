import type { AssuranceLevel } from "./assurance.ts";
import type { CitizenId, OfficialId, SessionId, TenantId, UnitId } from "./ids.ts";

/** Who acts. Roles alone open nothing: reading content also needs a key grant. */
export type Actor = CitizenActor | OfficialActor;

export type CitizenActor = {
  kind: "citizen";
  citizenId: CitizenId;
  sessionId: SessionId;
  assurance: AssuranceLevel;
  /** When they last proved who they are, see `session/fresh-login.ts`. */
  authenticatedAt: Date;
};

/** Held for a whole authority, and no right to any content: an admin says who belongs to it, an auditor reads its log. */
export const tenantRoles = ["admin", "auditor"] as const;
export type TenantRole = (typeof tenantRoles)[number];

/** Held in one unit. */
export const unitRoles = ["official", "lead"] as const;
export type UnitRole = (typeof unitRoles)[number];

export type OfficialActor = {
  kind: "official";
  officialId: OfficialId;
  tenantId: TenantId;
  /** Units the official is a member of, as the database says at the time of the request. */
  unitIds: readonly UnitId[];
  /** Those of them that they lead. */
  ledUnitIds: readonly UnitId[];
  /** Colleagues whose deputy they are today. It is not handed on: whose deputies those are does not matter. */
  standsInFor: readonly OfficialId[];
  roles: readonly TenantRole[];
  sessionId: SessionId;
  assurance: AssuranceLevel;
  /** When they last proved who they are, see `session/fresh-login.ts`. */
  authenticatedAt: Date;
};

export const accountIdOf = (actor: Actor) => (actor.kind === "citizen" ? actor.citizenId : actor.officialId);

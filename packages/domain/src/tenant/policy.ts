import type { Actor, TenantRole } from "../actor.ts";
import type { Verdict } from "../verdict.ts";
import type { OfficialId, UnitId } from "../ids.ts";

/**
 * What may be done in an authority beside its cases: by which role, and how whoever does it has to stand to what it is
 * about. The button shows what the command permits, and no line opens a case: reading needs a key, and no role has one.
 */
type Line = {
  /** `member` is everybody of a unit. */
  roles: readonly (TenantRole | "member")[];
  /** `not-oneself`: nobody changes their own rights, so two people stand behind each, and one admin always remains. */
  relation: "own-tenant" | "own-unit" | "not-oneself";
};

export const tenantActions = {
  readAudit: { roles: ["auditor"], relation: "own-tenant" },
  takeAuditAlong: { roles: ["auditor"], relation: "own-tenant" },
  seeMembers: { roles: ["admin"], relation: "own-tenant" },
  changeMember: { roles: ["admin"], relation: "not-oneself" },
  changeRole: { roles: ["admin"], relation: "not-oneself" },
  /** Whoever has the key decides who gets it next; an admin has none. */
  grantKey: { roles: ["member"], relation: "own-unit" },
  invite: { roles: ["admin"], relation: "own-tenant" },
} as const satisfies Record<string, Line>;

export type TenantAction = keyof typeof tenantActions;
/** What the act is about, as far as its line asks. */
export type About = { officialId?: OfficialId; unitId?: UnitId };

export function tenantCan(action: TenantAction, actor: Actor, about: About = {}): Verdict {
  const { roles, relation } = tenantActions[action];
  if (actor.kind !== "official") return "auth.wrong-role";
  const has = (role: TenantRole | "member") =>
    role === "member" ? actor.unitIds.length > 0 : actor.roles.includes(role);
  if (!roles.some(has)) return "auth.wrong-role";
  if (relation === "own-unit" && !actor.unitIds.some((unitId) => unitId === about.unitId)) return "unit.not-found";
  if (relation === "not-oneself" && about.officialId === actor.officialId) return "member.oneself";
  return true;
}

import type { Actor, TenantRole } from "../actor.ts";
import type { Verdict } from "../case/policy.ts";
import type { OfficialId } from "../ids.ts";

/**
 * What may be done in an authority beside its cases: by which role, and how whoever does it has to stand to what it is
 * about. The button shows what the command permits, and no line opens a case: reading needs a key, and no role has one.
 */
type Line = {
  roles: readonly TenantRole[];
  /** `not-oneself`: nobody changes their own rights, so two people stand behind each, and one admin always remains. */
  relation: "own-tenant" | "not-oneself";
};

export const tenantActions = {
  readAudit: { roles: ["auditor"], relation: "own-tenant" },
  takeAuditAlong: { roles: ["auditor"], relation: "own-tenant" },
  seeMembers: { roles: ["admin"], relation: "own-tenant" },
  changeMember: { roles: ["admin"], relation: "not-oneself" },
  changeRole: { roles: ["admin"], relation: "not-oneself" },
} as const satisfies Record<string, Line>;

export type TenantAction = keyof typeof tenantActions;
/** What the act is about, as far as its line asks. */
export type About = { officialId?: OfficialId };

export function tenantCan(action: TenantAction, actor: Actor, about: About = {}): Verdict {
  const { roles, relation } = tenantActions[action];
  if (actor.kind !== "official") return "auth.wrong-role";
  if (!roles.some((role) => actor.roles.includes(role))) return "auth.wrong-role";
  if (relation === "not-oneself" && about.officialId === actor.officialId) return "member.oneself";
  return true;
}

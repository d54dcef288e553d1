import type { Actor, OfficialActor, TenantRole } from "../actor.ts";
import type { Verdict } from "../verdict.ts";
import type { OfficialId, UnitId } from "../ids.ts";

type Role = TenantRole | "member" | "lead";
/** What the act is about, as far as its line asks. */
export type About = { officialId?: OfficialId; unitId?: UnitId };

type Rule = (actor: OfficialActor, about: About) => Verdict;

/** Nobody changes their own rights, so two people stand behind each, and one admin always remains. */
const notOneself: Rule = (actor, { officialId }) => officialId !== actor.officialId || "member.oneself";

const answersFor = ({ roles, ledUnitIds }: OfficialActor, { unitId }: About) =>
  roles.includes("admin") || ledUnitIds.some((led) => led === unitId);

/** How whoever does it has to stand to what it is about. */
const relations = {
  "own-tenant": () => true,
  "own-unit": ({ unitIds }, { unitId }) => unitIds.some((own) => own === unitId) || "unit.not-found",
  "not-oneself": notOneself,
  /** In a case of a unit that they answer for, about somebody else. */
  "others-in-case": (actor, about) => (answersFor(actor, about) ? notOneself(actor, about) : "case.not-found"),
  "oneself-or-admin": (actor, { officialId }) =>
    officialId === actor.officialId || actor.roles.includes("admin") || "deputy.not-found",
} as const satisfies Record<string, Rule>;

/**
 * What may be done in an authority beside its cases: by which role, and in which relation. The button shows what the command
 * permits, and no line opens a case: reading needs a key, and no role has one.
 */
type Line = {
  /** `member` is everybody of a unit, `lead` whoever leads one. */
  roles: readonly Role[];
  relation: keyof typeof relations;
};

export const tenantActions = {
  readAudit: { roles: ["auditor"], relation: "own-tenant" },
  takeAuditAlong: { roles: ["auditor"], relation: "own-tenant" },
  /** Whoever may take the log along themselves, and nobody else: an admin would give a reader what the log says about admins. */
  keepCollectors: { roles: ["auditor"], relation: "own-tenant" },
  seeMembers: { roles: ["admin"], relation: "own-tenant" },
  changeMember: { roles: ["admin"], relation: "not-oneself" },
  removeOfficial: { roles: ["admin"], relation: "not-oneself" },
  changeRole: { roles: ["admin"], relation: "not-oneself" },
  /** Makes, renames, closes and opens again. A unit has no key by that, and an admin gets none. */
  changeUnit: { roles: ["admin"], relation: "own-tenant" },
  /** Whoever has the key decides who gets it next; an admin has none. */
  grantKey: { roles: ["member"], relation: "own-unit" },
  /** That one's own does not open. Nobody can say that of somebody else's. */
  reportKey: { roles: ["member"], relation: "own-unit" },
  rotateKey: { roles: ["member"], relation: "own-unit" },
  invite: { roles: ["admin"], relation: "own-tenant" },
  seeRecusals: { roles: ["lead", "admin"], relation: "own-tenant" },
  nameDeputy: { roles: ["member"], relation: "not-oneself" },
  /** Into the hands of the deputy that they have named. Which cases says `caseCan.entrust`. */
  entrustCases: { roles: ["member"], relation: "own-tenant" },
  endDeputyship: { roles: ["member", "admin"], relation: "oneself-or-admin" },
  liftRecusal: { roles: ["lead", "admin"], relation: "others-in-case" },
} as const satisfies Record<string, Line>;

export type TenantAction = keyof typeof tenantActions;

export function tenantCan(action: TenantAction, actor: Actor, about: About = {}): Verdict {
  const { roles, relation } = tenantActions[action];
  if (actor.kind !== "official" || !roles.some((role) => hasRole(actor, role))) return "auth.wrong-role";
  return relations[relation](actor, about);
}

function hasRole(actor: OfficialActor, role: Role) {
  if (role === "member") return actor.unitIds.length > 0;
  return role === "lead" ? actor.ledUnitIds.length > 0 : actor.roles.includes(role);
}

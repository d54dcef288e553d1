import { type AssuranceLevel, reaches } from "../assurance.ts";
import { invitationRefusals } from "../tenant/invitation.ts";

export const loginKinds = ["citizen", "official"] as const;
export type LoginKind = (typeof loginKinds)[number];

/**
 * Why a login was not accepted, as a closed list: the log says the code, the sign-in page the sentence. What exactly did
 * not fit in an answer is for the log alone; a person cannot mend it, and an attacker should not learn it.
 */
export const loginRefusals = [
  "cancelled",
  "provider-down",
  "not-begun-here",
  "answer-invalid",
  "used-twice",
  "not-fresh",
  "level-too-low",
  "claims-missing",
  "unknown-person",
  "removed-person",
  ...invitationRefusals,
  "trouble",
] as const;
export type LoginRefusal = (typeof loginRefusals)[number];

/** Refusals that point to an attack or a misconfiguration, and so belong into the audit; the others are everyday life. */
const auditedRefusals: readonly LoginRefusal[] = [
  "answer-invalid",
  "used-twice",
  "not-fresh",
  "level-too-low",
  "claims-missing",
  "unknown-person",
];
export const isAudited = (refusal: LoginRefusal) => auditedRefusals.includes(refusal);

export const isLoginRefusal = (value: unknown): value is LoginRefusal =>
  loginRefusals.some((refusal) => refusal === value);

/** Below this a login opens no session: work on other people's cases needs two factors (TR-03172-3, A3.9.03). */
const lowestLevel = { citizen: "low", official: "substantial" } as const satisfies Record<LoginKind, AssuranceLevel>;

/** The level that a login has to reach: what its door needs, or more when the person was sent for more. */
export const neededLevel = (kind: LoginKind, wanted: AssuranceLevel | null): AssuranceLevel =>
  wanted && reaches(wanted, lowestLevel[kind]) ? wanted : lowestLevel[kind];

/** The roles that an authority's identity provider may name. Somebody without any of them does not work here. */
export const officialRoles = ["official", "lead", "admin", "auditor"] as const;
export const isOfficialRole = (value: unknown) => officialRoles.some((role) => role === value);

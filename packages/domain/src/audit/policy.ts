import type { Actor } from "../actor.ts";
import type { Verdict } from "../case/policy.ts";

const isAuditor = (actor: Actor) => actor.kind === "official" && actor.roles.includes("auditor");

/** Who may do what with the audit log of their own authority. Nobody may do anything with another one's. */
export const auditCan = {
  read: (actor: Actor): Verdict => isAuditor(actor) || "auth.wrong-role",
  takeAlong: (actor: Actor): Verdict => isAuditor(actor) || "auth.wrong-role",
} as const;

import type { DomainErrorCode } from "../errors.ts";

/** Refusals that may be somebody trying doors: recorded when the person is signed in. Typing errors are not among them. */
const refusals: ReadonlySet<DomainErrorCode> = new Set<DomainErrorCode>([
  "auth.wrong-role",
  "auth.assurance-too-low",
  "auth.login-too-old",
  "request.foreign-origin",
  "account.not-signed",
  "member.oneself",
  "case.not-found",
  "case.not-assigned",
  "case.recused",
  "document.not-found",
]);

export const isRefusedAccess = (code: DomainErrorCode) => refusals.has(code);

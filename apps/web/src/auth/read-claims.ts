import type { VerifiedLogin } from "@dvd/api/sessions/open-session";
import { type AssuranceLevel, reaches } from "@dvd/domain/assurance";
import { isOfficialRole } from "@dvd/domain/session/login";
import type { IDToken } from "openid-client";
import { LoginRefused } from "./login-refused.ts";
import type { LoginClient } from "./relying-party.ts";

/**
 * What we take from a verified token, and nothing else: names and addresses stop here. The contract with the provider is
 * in docs/operations/identity.md.
 */
export function readClaims(
  { kind, issuer, levels }: LoginClient,
  claims: IDToken,
  needed: AssuranceLevel,
): VerifiedLogin {
  const { sub: subject, acr, auth_time, nonce, sid, tenant, roles } = claims;
  const assurance = typeof acr === "string" ? levels.get(acr) : undefined;
  if (!assurance) throw new LoginRefused("claims-missing", "acr");
  if (!reaches(assurance, needed)) throw new LoginRefused("level-too-low");
  // Both were demanded in the exchange; the types cannot know.
  if (!auth_time || !nonce) throw new LoginRefused("answer-invalid");
  const login = {
    issuer,
    subject,
    assurance,
    authenticatedAt: new Date(auth_time * 1000),
    nonce,
    providerSession: typeof sid === "string" ? sid : null,
  };
  if (kind === "citizen") return { ...login, kind };
  if (typeof tenant !== "string" || tenant === "") throw new LoginRefused("claims-missing", "tenant");
  if (!Array.isArray(roles) || !roles.some(isOfficialRole)) throw new LoginRefused("claims-missing", "roles");
  return { ...login, kind, authority: tenant };
}

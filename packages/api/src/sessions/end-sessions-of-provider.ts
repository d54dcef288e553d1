import { endProviderSessions } from "@dvd/db/repositories/identity";
import { pseudonymOf, type SessionDeps } from "./open-session.ts";

/** What the provider names: a person, one session that it keeps, or both. */
export type EndedAtProvider = { issuer: string; subject: string | null; providerSession: string | null };

/** Who logs out at the provider is logged out here: one login, one end (TR-03160-1). */
export async function endSessionsOfProvider(deps: SessionDeps, { issuer, subject, providerSession }: EndedAtProvider) {
  const hashOf = (name: string | null) => (name === null ? null : pseudonymOf(deps, { issuer, subject: name }));
  const ended = await endProviderSessions(deps.db, {
    subjectHash: hashOf(subject),
    providerSessionHash: hashOf(providerSession),
  });
  deps.log.event("session.revoked", { reason: "provider", count: ended });
}

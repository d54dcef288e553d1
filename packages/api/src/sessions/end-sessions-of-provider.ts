import { endProviderSessions } from "@dvd/db/repositories/identity";
import { pseudonymOf, type SessionDeps } from "./open-session.ts";

/** What the provider names: a person, one session that it keeps, or both. And when: what began later is not meant. */
export type EndedAtProvider = {
  issuer: string;
  subject: string | null;
  providerSession: string | null;
  issuedAt: Date;
};

/** Who logs out at the provider is logged out here: one login, one end (TR-03160-1). */
export async function endSessionsOfProvider(deps: SessionDeps, ended: EndedAtProvider) {
  const { issuer, subject, providerSession, issuedAt } = ended;
  const hashOf = (name: string | null) => (name === null ? null : pseudonymOf(deps, { issuer, subject: name }));
  const count = await endProviderSessions(deps.db, {
    subjectHash: hashOf(subject),
    providerSessionHash: hashOf(providerSession),
    issuedAt,
  });
  deps.log.event("session.revoked", { reason: "provider", count });
}

import { createHmac, randomUUID } from "node:crypto";
import { openCitizenSession, openOfficialSession } from "@dvd/db/repositories/identity";
import { type AssuranceLevel, assuranceLevels, sessionLimits } from "@dvd/domain/assurance";
import type { CitizenId, SessionId } from "@dvd/domain/ids";
import { newId, type WorkerDeps } from "../context.ts";

/** What an identity provider has verified. Nothing else of its token is used, and nothing of it is kept. */
export type VerifiedLogin = {
  kind: "citizen" | "official";
  issuer: string;
  subject: string;
  /** The level that was really reached, from the `acr` claim. */
  acr: string | undefined;
};

export type SessionDeps = Pick<WorkerDeps, "db" | "now" | "randomBytes" | "log"> & { pseudonymKey: string };

/** Returns null when we do not know the person, or when the level of the login is none of ours. */
export async function openSession(deps: SessionDeps, login: VerifiedLogin): Promise<SessionId | null> {
  const assurance = assuranceLevels.find((level) => level === login.acr);
  if (!assurance) return refuse(deps, login, "unknown-level");

  // Random, not by time: a session id must not be guessable from another.
  const sessionId = randomUUID() as SessionId;
  const session = {
    subjectHash: pseudonymOf(deps, login),
    sessionId,
    assurance,
    expiresAt: endOf(deps.now(), assurance),
  };
  const accountId =
    login.kind === "citizen"
      ? await openCitizenSession(deps.db, { ...session, newCitizenId: newId<CitizenId>(deps) })
      : await openOfficialSession(deps.db, session);
  if (!accountId) return refuse(deps, login, "unknown-person");

  deps.log.event("login.succeeded", { kind: login.kind, accountId, assurance });
  return sessionId;
}

/** One person at one provider, and no way back to either without the key. */
export const pseudonymOf = (
  { pseudonymKey }: Pick<SessionDeps, "pseudonymKey">,
  login: Pick<VerifiedLogin, "issuer" | "subject">,
) => createHmac("sha256", pseudonymKey).update(`${login.issuer}\0${login.subject}`).digest();

const endOf = (now: Date, assurance: AssuranceLevel) =>
  new Date(now.getTime() + sessionLimits[assurance].total * 60_000);

function refuse(deps: SessionDeps, login: VerifiedLogin, reason: string): null {
  deps.log.event("login.failed", { kind: login.kind, reason });
  return null;
}

import { createHash, createHmac, randomUUID } from "node:crypto";
import { type NewSession, openCitizenSession, openOfficialSession } from "@dvd/db/repositories/identity";
import { redeemInvitation } from "@dvd/db/repositories/invitations";
import type { AssuranceLevel } from "@dvd/domain/assurance";
import type { CitizenId, OfficialId, SessionId } from "@dvd/domain/ids";
import type { Device } from "@dvd/domain/session/device";
import type { LoginRefusal } from "@dvd/domain/session/login";
import { newId, type WorkerDeps } from "../context.ts";

/** What an identity provider has verified. Nothing else of its token is used, and nothing of it is kept. */
export type VerifiedLogin = {
  issuer: string;
  subject: string;
  /** The level that was really reached. */
  assurance: AssuranceLevel;
  authenticatedAt: Date;
  /** Ours, of this one login, as it came back in the token. */
  nonce: string;
  /** How the provider names the session that it keeps itself. */
  providerSession: string | null;
} & ({ kind: "citizen" } | { kind: "official"; authority: string });

/** What we know of the browser that logs in. */
export type LoginPlace = {
  device: Device;
  former: SessionId | null;
  /** Hash of the code that an official has typed, who is to become one by it. */
  invitation?: Uint8Array | undefined;
};

export type SessionDeps = Pick<WorkerDeps, "db" | "now" | "randomBytes" | "log"> & { pseudonymKey: string };
export type LoginOutcome = { sessionId: SessionId } | { refused: LoginRefusal };

/** Opens a session for somebody we know. A citizen is known from the first login on, an official by invitation. */
export async function openSession(deps: SessionDeps, login: VerifiedLogin, place: LoginPlace): Promise<LoginOutcome> {
  const { kind, issuer, assurance, authenticatedAt, nonce, providerSession } = login;
  const { device, former, invitation } = place;
  const session: NewSession = {
    // Random, not by time: a session id must not be guessable from another.
    id: randomUUID() as SessionId,
    assurance,
    authenticatedAt,
    loginHash: createHash("sha256").update(`${issuer}\0${nonce}`).digest(),
    providerSessionHash: providerSession === null ? null : pseudonymOf(deps, { issuer, subject: providerSession }),
    device,
    former,
  };
  const opened = await openFor(deps, login, session, invitation);
  if ("refused" in opened) {
    deps.log.event("login.failed", { kind, reason: opened.refused });
    return opened;
  }
  deps.log.event("login.succeeded", { kind, accountId: opened.accountId, assurance });
  return { sessionId: session.id };
}

async function openFor(
  deps: SessionDeps,
  login: VerifiedLogin,
  session: NewSession,
  invitation: Uint8Array | undefined,
): Promise<{ accountId: string } | { refused: LoginRefusal }> {
  const subjectHash = pseudonymOf(deps, login);
  if (login.kind === "citizen") {
    const citizen = { subjectHash, newCitizenId: newId<CitizenId>(deps), session };
    const accountId = await openCitizenSession(deps.db, citizen);
    return accountId ? { accountId } : { refused: "used-twice" };
  }
  return deps.db.transaction(async (tx) => {
    const { authority } = login;
    const invited = invitation && {
      subjectHash,
      authority,
      codeHash: invitation,
      newOfficialId: newId<OfficialId>(deps),
    };
    const refused = invited && (await redeemInvitation(tx, invited));
    if (refused) return { refused };
    const { outcome, official_id } = await openOfficialSession(tx, { subjectHash, authority, session });
    return outcome === "opened" ? { accountId: official_id } : { refused: outcome };
  });
}

/** What a provider calls a person or a session, and no way back to it without the key. */
export const pseudonymOf = (
  { pseudonymKey }: Pick<SessionDeps, "pseudonymKey">,
  { issuer, subject }: { issuer: string; subject: string },
) => createHmac("sha256", pseudonymKey).update(`${issuer}\0${subject}`).digest();

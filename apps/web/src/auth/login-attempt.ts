import { type AssuranceLevel, assuranceLevels } from "@dvd/domain/assurance";
import { type LoginKind, loginKinds } from "@dvd/domain/session/login";
import { decode, encode } from "next-auth/jwt";
import { attemptSeconds } from "./cookies.ts";

/** What a login was begun for. Sealed in a cookie of this browser, so that nobody else's browser can end it. */
export type LoginAttempt = {
  kind: LoginKind;
  needed: AssuranceLevel;
  /** Hash of the code of an invitation, in hex. The code itself goes no further than the request that began the login. */
  invitation?: string | undefined;
};

const salt = "dvd-login-attempt";

export const sealAttempt = (attempt: LoginAttempt, secret: string) =>
  encode({ token: attempt, secret, salt, maxAge: attemptSeconds });

export async function openAttempt(sealed: string | undefined, secret: string): Promise<LoginAttempt | null> {
  // What was sealed with another secret, or too long ago, is no attempt; it is not an error either.
  const content = sealed ? await decode({ token: sealed, secret, salt }).catch(() => null) : null;
  const kind = loginKinds.find((known) => known === content?.kind);
  const needed = assuranceLevels.find((level) => level === content?.needed);
  const invitation = typeof content?.invitation === "string" ? content.invitation : undefined;
  return kind && needed ? { kind, needed, invitation } : null;
}

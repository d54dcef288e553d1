import type { LoginKind } from "@dvd/domain/session/login";
import { paths } from "./paths.ts";

type SignIn = { kind: LoginKind; back?: string; ended?: "time" | "elsewhere" };

/** The way to the login, and from there back to where the person was. An address holds a path of ours and codes only. */
export function signInPath({ kind, back, ended }: SignIn) {
  const query = new URLSearchParams({ als: kind, ...(back && { zurueck: back }), ...(ended && { ende: ended }) });
  return `${paths.signIn}?${query.toString()}` as const;
}

/** Why the login at the provider could not be ended from here. */
export const signedOutProblems = ["provider-down", "not-offered"] as const;

/** Where somebody stands after signing out, with the way to sign out at their provider as well. */
export const signedOutPath = (kind: LoginKind, problem?: (typeof signedOutProblems)[number]) =>
  `${paths.signedOut}?als=${kind}${problem ? `&grund=${problem}` : ""}`;

/** Leaves for the provider; a link and no form, which our own policy would stop. */
export const leaveProviderPath = (kind: LoginKind) => `/api/auth/end/${kind}`;

/** For a window of its own: the one that needs the login keeps what is in it, and goes on by itself. */
export const signInAsidePath = (kind: LoginKind) => signInPath({ kind, back: paths.signedIn });

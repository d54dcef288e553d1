import { isFresh } from "@dvd/domain/session/fresh-login";
import type { SessionNow } from "./watch-session.ts";

/** So much of the five minutes is left for the act itself. */
const marginMs = 15_000;

/** For choosing what to show first, by the clock that `session.at` was read from; the server decides. */
export function looksFresh(session: SessionNow, nowMs: number): boolean {
  if (!("session" in session)) return true;
  const authenticatedAt = session.at - session.session.loginAgeSeconds * 1_000;
  return isFresh(new Date(authenticatedAt), new Date(nowMs + marginMs));
}

import type { SessionId } from "@dvd/domain/ids";
import { uuidPattern } from "@dvd/domain/ids";
import { decode } from "next-auth/jwt";
import { readCookies } from "./cookies.ts";

/** The sealed cookie carries the id of a session row, and nothing about the person. */
export async function readSessionCookie(cookieHeader: string | undefined, name: string, secret: string) {
  const token = readCookies(cookieHeader)[name];
  if (!token) return null;
  // A cookie that was sealed with another secret is no cookie; it is not an error either.
  const content = await decode({ token, secret }).catch(() => null);
  const sid: unknown = content?.sid;
  // Sealed by us, so an id of ours; the pattern guards against an older shape of the cookie.
  return typeof sid === "string" && uuidPattern.test(sid) ? (sid as SessionId) : null;
}

import type { IncomingMessage } from "node:http";
import type { WorkerDeps } from "@dvd/api/context";
import { findViewer } from "@dvd/api/sessions/find-viewer";
import type { Actor } from "@dvd/domain/actor";
import { readSessionCookie } from "../auth/session-cookie.ts";
import { isVisit } from "./is-visit.ts";

type Sealed = { cookieName: string; sessionSecret: string };

/** Who asks, for each that wants to know, and which of them keeps the login alive by asking. */
export function openViewers(deps: Pick<WorkerDeps, "db">, { cookieName, sessionSecret }: Sealed) {
  const sessionOf = (cookieHeader: string | undefined) => readSessionCookie(cookieHeader, cookieName, sessionSecret);
  const find = async (cookieHeader: string | undefined, touch: boolean) => {
    const sessionId = await sessionOf(cookieHeader);
    return sessionId && findViewer(deps, sessionId, { touch });
  };
  return {
    sessionOf,
    ofCall: ({ headers }: IncomingMessage, { touch }: { touch: boolean }) => find(headers.cookie, touch),
    /** What is made for a page is also made ahead of a visit, and again after an event. */
    ofPage: (cookieHeader: string | undefined) => find(cookieHeader, false),
    /** An open stream is asked about for hours, whether anybody is there or not. */
    ofStream: ({ sessionId }: Actor) => findViewer(deps, sessionId, { touch: false }),
    /** Going to a page is a sign of life. While the database is away the page says so itself. */
    async noteVisit(request: IncomingMessage): Promise<void> {
      if (isVisit(request)) await find(request.headers.cookie, true).catch(() => null);
    },
  };
}

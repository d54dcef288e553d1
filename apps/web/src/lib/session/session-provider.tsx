"use client";

import type { SessionState } from "@dvd/api/sessions/session-state.contract";
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useRef, useState } from "react";
import { keyHolder } from "../../crypto/client.ts";
import { useLiveState } from "../live/use-live.ts";
import { problemOf } from "../problem.ts";
import { useTRPCClient } from "../trpc/client.ts";
import { endingHere } from "./ending-here.ts";
import { looksFresh } from "./looks-fresh.ts";
import { onSessionElsewhere, tellOtherWindows } from "./session-channel.ts";
import { type SessionNow, watchSession } from "./watch-session.ts";

type SessionAccess = {
  now: SessionNow;
  extend: () => Promise<void>;
  /** For choosing what to show first; the server decides. While nothing is known, it is worth a try. */
  isLoginFresh: () => boolean;
};

const SessionContext = createContext<SessionAccess | null>(null);

/** Knows how long the login of this page still lasts, in step with the other windows of this browser. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useTRPCClient();
  const live = useLiveState();
  const [now, setNow] = useState<SessionNow>({ is: "unknown" });
  const watch = useRef<ReturnType<typeof watchSession> | null>(null);

  useEffect(() => {
    const begun = watchSession({
      source: {
        read: () => client.sessions.getSession.query({}).catch(nullWhenSignedOut),
        extend: () => client.sessions.extendSession.mutate({}).catch(nullWhenSignedOut),
      },
      target: globalThis,
      onChange: setNow,
      onOtherPerson: () => {
        void keyHolder().lock();
        location.reload();
      },
      tell: tellOtherWindows,
      ending: endingHere,
      now: Date.now,
    });
    watch.current = begun;
    // A window that was opened to sign in again has done its work once it is here.
    tellOtherWindows();
    const stopListening = onSessionElsewhere(() => void begun.check());
    return () => {
      stopListening();
      begun.stop();
    };
  }, [client]);

  // The server ends streams together with the login: whoever loses theirs asks why.
  const askWhy = useEffectEvent(() => void watch.current?.check());
  useEffect(() => {
    if (live === "reconnecting") askWhy();
  }, [live]);

  const extend = async () => watch.current?.extend();
  const isLoginFresh = () => looksFresh(now, Date.now());
  return <SessionContext value={{ now, extend, isLoginFresh }}>{children}</SessionContext>;
}

function nullWhenSignedOut(error: unknown): null {
  const problem = problemOf(error);
  if (problem.kind === "refused" && problem.code === "auth.required") return null;
  throw error;
}

export function useSession(): SessionAccess {
  const access = useContext(SessionContext);
  if (!access) throw new Error("useSession needs the SessionProvider of the signed-in area around it");
  return access;
}

/** The login of this page, for parts that also stand where nobody is signed in. */
export function useSessionIfAny(): SessionState | null {
  const now = useContext(SessionContext)?.now;
  return now && "session" in now ? now.session : null;
}

"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { kindOf } from "../../auth/own-path.ts";
import { useI18n } from "../../i18n/client.tsx";
import { useKeys } from "../../lib/keys/keys-provider.tsx";
import { signInPath } from "../../lib/sign-in-path.ts";
import { useSession } from "../../lib/session/session-provider.tsx";
import { askBeforeUnload, mayLeave } from "../../lib/unsent/before-leaving.ts";
import { useAnnounce } from "../../ui/live-region.tsx";
import { EndedDialog } from "./ended-dialog.tsx";
import { EndingDialog } from "./ending-dialog.tsx";

/** Says that a login is about to end, and sees to it that what is on the screen does not outlive it. */
export function SessionGuard() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const { now, extend } = useSession();

  const { state, lockHere, reopen } = useKeys();
  const isOpen = state.is === "ready";

  const leave = useEffectEvent((why: "time" | "elsewhere") => {
    // What would be lost keeps the page where it is, locked and under its lid, until the person is back.
    if (mayLeave(globalThis))
      location.assign(signInPath({ kind: kindOf(location.pathname), back: location.pathname, ended: why }));
  });
  const lock = useEffectEvent(() => void lockHere());
  const goOn = useEffectEvent(() => {
    if (state.is === "locked") void reopen();
  });
  useEffect(() => askBeforeUnload(globalThis), []);
  const wasOver = useRef(false);
  const why = now.is === "over" ? now.why : null;
  useEffect(() => {
    if (why) leave(why);
    else if (wasOver.current) goOn();
    wasOver.current = why !== null;
  }, [why]);
  // Whatever is unsent: without a login nothing stays readable, also when the keys open only now.
  useEffect(() => {
    if (why && isOpen) lock();
  }, [why, isOpen]);

  if (now.is === "ending")
    return (
      <EndingDialog
        why={now.why}
        seconds={now.seconds}
        kind={now.session.kind}
        onStay={async () => {
          await extend();
          announce(t("session.extended"));
        }}
      />
    );
  return why ? <EndedDialog why={why} kind={kindOf(location.pathname)} /> : null;
}

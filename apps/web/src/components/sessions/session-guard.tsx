"use client";

import { useEffect, useEffectEvent } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { keyHolder } from "../../crypto/client.ts";
import { beforeLock } from "../../lib/keys/watch-idle.ts";
import { signInPath } from "../../lib/sign-in-path.ts";
import { useSession } from "../../lib/session/session-provider.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { EndedDialog } from "./ended-dialog.tsx";
import { EndingDialog } from "./ending-dialog.tsx";

/** Where somebody was is a path of ours; the side of the portal is its first part. */
const kindOfPage = () => (location.pathname.startsWith("/amt") ? "official" : "citizen");

/** Says that a login is about to end, and sees to it that what is on the screen does not outlive it. */
export function SessionGuard() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const { now, extend } = useSession();

  const close = useEffectEvent((why: "time" | "elsewhere") => {
    // Whoever holds something that would be lost says no; then the page stays, under its lid, until they are back.
    if (!globalThis.dispatchEvent(new Event(beforeLock, { cancelable: true }))) return;
    void keyHolder().lock();
    location.assign(signInPath({ kind: kindOfPage(), back: location.pathname, ended: why }));
  });
  const why = now.is === "over" ? now.why : null;
  useEffect(() => {
    if (why) close(why);
  }, [why]);

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
  return why ? <EndedDialog why={why} kind={kindOfPage()} /> : null;
}

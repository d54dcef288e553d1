"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { useI18n } from "../i18n/client.tsx";
import { useRunningCheck } from "../lib/busy/use-next-turn.ts";
import { useAnnounce } from "../ui/live-region.tsx";

/** Faster than this, nobody has to know. */
const silentMs = 2_000;

/** Says what takes so long on a slow device while it works off a challenge. */
export function CheckNotice() {
  const since = useRunningCheck();
  return since === null ? null : <SlowCheck key={since} />;
}

function SlowCheck() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [isSlow, setIsSlow] = useState(false);

  const tell = useEffectEvent(() => {
    setIsSlow(true);
    announce(t("busy.check"));
  });
  useEffect(() => {
    const timer = setTimeout(() => tell(), silentMs);
    return () => clearTimeout(timer);
  }, []);

  return isSlow ? (
    <p data-print="no" className="mt-4 rounded-card bg-paper text-muted text-sm">
      {t("busy.check")}
    </p>
  ) : null;
}

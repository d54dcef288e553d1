"use client";

import { useEffect, useState } from "react";
import { RouteButton } from "../../../../../components/route-link.tsx";
import { FreshLoginNotice } from "../../../../../components/sessions/fresh-login-notice.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { paths } from "../../../../../lib/paths.ts";
import { useFreshAtStart } from "../../../../../lib/session/use-fresh-at-start.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { focusWhenShown } from "../../../../../ui/focus-when-shown.ts";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { PageHeading } from "../../../../../ui/page-heading.tsx";
import { CompareWords } from "./compare-words.tsx";
import { EnterWords } from "./enter-words.tsx";
import type { CheckedRequest } from "./checked-request.ts";

/** On the device that has the key: which device asks, is it the right one, and only then the key for it. */
export function ReleaseDevice() {
  const { t } = useI18n();
  const announce = useAnnounce();
  // Only in a browser that can read already: the gate has let nobody else through.
  const [scanned] = useState(() => location.hash.slice(1));
  const [checked, setChecked] = useState<CheckedRequest | null>(null);
  // Asked first: the other device waits for ten minutes only, and its words stay here meanwhile.
  const fresh = useFreshAtStart();
  const [outcome, setOutcome] = useState<"done" | "refused" | null>(null);

  useEffect(() => {
    // The code has done its duty; it need not stay in the history of the browser.
    if (location.hash !== "") history.replaceState(history.state, "", location.pathname);
  }, []);

  const end = (how: "done" | "refused") => {
    setOutcome(how);
    announce(t(`keys.device.${how}`));
  };

  return (
    <div className="page-width grid gap-8 py-10 sm:py-16">
      <PageHeading lead={t("keys.device.releaseLead")}>{t("keys.device.releaseTitle")}</PageHeading>
      <div className="grid max-w-[52rem] gap-6">
        {outcome ? (
          <div ref={focusWhenShown} tabIndex={-1}>
            <Alert
              tone={outcome === "done" ? "success" : "info"}
              actions={
                <RouteButton href={paths.account} variant="secondary">
                  {t("keys.device.toAccount")}
                </RouteButton>
              }
            >
              {t(`keys.device.${outcome}`)}
            </Alert>
          </div>
        ) : checked ? (
          <CompareWords request={checked} onEnd={end} />
        ) : fresh === false ? (
          <FreshLoginNotice why="keys" isAside />
        ) : (
          <EnterWords scanned={scanned} onChecked={setChecked} />
        )}
      </div>
    </div>
  );
}

"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { useKeys } from "../../lib/keys/keys-provider.tsx";
import { lockAfterMinutes, longestSendingHours } from "../../lib/keys/watch-idle.ts";
import { Button } from "../../ui/button.tsx";
import { focusWhenShown } from "../../ui/focus-when-shown.ts";
import { PageHeading } from "../../ui/page-heading.tsx";

/** Stays mounted while it is covered: what it sends goes on. */
export function Coverable({ children }: { children: ReactNode }) {
  const { isCovered, uncover } = useKeys();
  const content = useRef<HTMLDivElement>(null);
  const wasCovered = useRef(false);
  useEffect(() => {
    // Where reading starts, as after a navigation: the button that was pressed is gone.
    if (wasCovered.current && !isCovered) content.current?.querySelector("h1")?.focus();
    wasCovered.current = isCovered;
  }, [isCovered]);
  return (
    <>
      {isCovered && <CoveredScreen onOpen={uncover} />}
      <div ref={content} className={isCovered ? "hidden" : "contents"}>
        {children}
      </div>
    </>
  );
}

function CoveredScreen({ onOpen }: { onOpen: () => void }) {
  const { t } = useI18n();
  return (
    <div className="page-width grid justify-items-start gap-8 py-10 sm:py-16">
      <PageHeading lead={t("keys.covered.text", { minutes: lockAfterMinutes, hours: longestSendingHours })}>
        {t("keys.covered.title")}
      </PageHeading>
      <Button ref={focusWhenShown} onClick={onOpen}>
        {t("keys.covered.open")}
      </Button>
    </div>
  );
}

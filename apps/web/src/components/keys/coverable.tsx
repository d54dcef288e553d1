"use client";

import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { useKeys } from "../../lib/keys/keys-provider.tsx";
import { problemOf } from "../../lib/problem.ts";
import { lockAfterMinutes, longestSendingHours } from "../../lib/keys/watch-idle.ts";
import { Button } from "../../ui/button.tsx";
import { focusWhenShown } from "../../ui/focus-when-shown.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { ProblemAlert } from "../problem-alert.tsx";

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

function CoveredScreen({ onOpen }: { onOpen: () => Promise<void> }) {
  const { t } = useI18n();
  const opening = useMutation({ mutationFn: onOpen, networkMode: "always" });
  return (
    <div className="page-width grid justify-items-start gap-8 py-10 sm:py-16">
      <PageHeading lead={t("keys.covered.text", { minutes: lockAfterMinutes, hours: longestSendingHours })}>
        {t("keys.covered.title")}
      </PageHeading>
      {opening.error && <ProblemAlert problem={problemOf(opening.error)} />}
      <Button
        ref={focusWhenShown}
        busy={opening.isPending ? t("keys.checking") : undefined}
        onClick={() => opening.mutate()}
      >
        {t("keys.covered.open")}
      </Button>
    </div>
  );
}

"use client";

import { useEffect, useRef, useState } from "react";
import { OfflineBanner } from "../../../../../../../components/offline-banner.tsx";
import { ProblemAlert } from "../../../../../../../components/problem-alert.tsx";
import { RouteLink } from "../../../../../../../components/route-link.tsx";
import { useI18n } from "../../../../../../../i18n/client.tsx";
import { usePerson } from "../../../../../../../lib/members/use-person.ts";
import { paths } from "../../../../../../../lib/paths.ts";
import { problemOf } from "../../../../../../../lib/problem.ts";
import { PageHeading } from "../../../../../../../ui/page-heading.tsx";
import { Skeleton } from "../../../../../../../ui/skeleton.tsx";
import { StateView } from "../../../../../../../ui/state-view.tsx";
import { ConfirmLeaving } from "./confirm-leaving.tsx";
import { WhatHangsOn } from "./what-hangs-on.tsx";
import { WhatRemains } from "./what-remains.tsx";

/**
 * First what there is, then what will happen, then what is left to do. Once the person is gone, only the last is shown, by
 * what the server says, however somebody came to this page.
 */
export function Leaving({ officialId }: { officialId: string }) {
  const { t } = useI18n();
  const { person, error, retry, removal } = usePerson(officialId);
  const [isConfirming, setIsConfirming] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  const wanted = isConfirming ? "confirm" : "look";
  const step = person && (person.removedAt === null ? wanted : "done");

  const shown = useRef(step);
  useEffect(() => {
    // What was pressed is gone with its step. The first one keeps the start that the page gave it.
    if (shown.current && shown.current !== step) area.current?.querySelector("h1")?.focus();
    shown.current = step;
  }, [step]);

  return (
    <div ref={area} className="page-width py-8 sm:py-12">
      <div className="grid max-w-[60rem] grid-cols-1 gap-6">
        <p>
          <RouteLink href={paths.members} className="link inline-flex min-h-11 items-center">
            <span aria-hidden="true">←&nbsp;</span>
            {t("members.title")}
          </RouteLink>
        </p>
        <OfflineBanner />
        {!person && <PageHeading>{t("leaving.title")}</PageHeading>}
        {error && <ProblemAlert problem={problemOf(error)} onRetry={retry} signInAs="official" />}
        {!person && !error && (
          <StateView
            state={{ is: "loading", text: t("leaving.loading"), skeleton: <Skeleton className="h-56 w-full" /> }}
          />
        )}
        {person && step === "look" && <WhatHangsOn person={person} onNext={() => setIsConfirming(true)} />}
        {person && step === "confirm" && (
          <ConfirmLeaving person={person} removal={removal} onBack={() => setIsConfirming(false)} />
        )}
        {person && step === "done" && <WhatRemains person={person} removal={removal.data} />}
      </div>
    </div>
  );
}

"use client";

import { useState } from "react";
import { OwnDigits } from "../../../../../components/copies/own-digits.tsx";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { RouteButton } from "../../../../../components/route-link.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { paths } from "../../../../../lib/paths.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { Skeleton } from "../../../../../ui/skeleton.tsx";
import { StateView } from "../../../../../ui/state-view.tsx";
import { useAllOwnCases } from "../../../../../lib/cases/use-own-cases.ts";
import { AskForCopies } from "./ask-for-copies.tsx";

/** For somebody whose keys are open: what was asked for, and the digits to show. */
export function Asked({ accountId }: { accountId: string }) {
  const { t } = useI18n();
  const [isAgain, setIsAgain] = useState(false);
  const { cases, error, refetch } = useAllOwnCases();
  if (error) return <ProblemAlert problem={problemOf(error)} onRetry={() => void refetch()} />;
  if (!cases) {
    return (
      <StateView state={{ is: "loading", text: t("cases.loading"), skeleton: <Skeleton className="h-56 w-full" /> }} />
    );
  }
  const states = new Set(cases.map(({ copy }) => copy));
  if (isAgain) return <AskForCopies accountId={accountId} />;
  return (
    <div className="grid max-w-[52rem] gap-6">
      {states.has("OPEN") && (
        <>
          <Alert tone="success" title={t("copies.ask.done")}>
            {t("copies.ask.next")}
          </Alert>
          <OwnDigits />
        </>
      )}
      {!states.has("OPEN") && states.has("REFUSED") && (
        <Alert
          tone="warning"
          title={t("copies.refused.mark")}
          actions={<Button onClick={() => setIsAgain(true)}>{t("copies.ask.again")}</Button>}
        >
          {t("copies.ask.againText")}
        </Alert>
      )}
      {!states.has("OPEN") && !states.has("REFUSED") && <p>{t("copies.ask.ready")}</p>}
      <p data-print="no">
        <RouteButton href={paths.cases} variant="secondary">
          {t("account.toCases")}
        </RouteButton>
      </p>
    </div>
  );
}

"use client";

import { DraftList } from "../../../../../components/drafts/draft-list.tsx";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useStart } from "../../../../../lib/drafts/use-start.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import type { PublishedForm } from "../../../../../lib/sending/draft.ts";
import { Button } from "../../../../../ui/button.tsx";
import { PageHeading } from "../../../../../ui/page-heading.tsx";
import { Skeleton } from "../../../../../ui/skeleton.tsx";
import { StateView } from "../../../../../ui/state-view.tsx";
import { type SendService, Wizard } from "./wizard.tsx";

/** Who has begun already is asked whether to go on, instead of finding an empty form. */
export function DraftGate({ service, form }: { service: SendService; form: PublishedForm }) {
  const { t } = useI18n();
  const start = useStart(service.key, form, service.evidence);
  if (start.begun)
    return <Wizard key={start.begun.id} service={service} form={form} begun={start.begun} onTake={start.goOn} />;
  const mayHaveArrived = start.choices?.some(({ isUnconfirmed }) => isUnconfirmed);
  return (
    <div className="page-width py-8 sm:py-12">
      {start.error && (
        <div className="grid max-w-prose gap-6">
          <PageHeading>{service.title}</PageHeading>
          <ProblemAlert problem={problemOf(start.error)} onRetry={start.retry} />
        </div>
      )}
      {start.choices && (
        <>
          <PageHeading lead={t(mayHaveArrived ? "drafts.choiceUnconfirmed" : "drafts.choiceLead")}>
            {t("drafts.choiceTitle")}
          </PageHeading>
          <div className="mt-8 grid max-w-prose gap-6">
            <DraftList
              offersOther
              drafts={start.choices}
              titleOf={() => service.title}
              onGoOn={start.goOn}
              onDiscarded={start.retry}
            />
            <div>
              <Button variant="secondary" onClick={start.beginAnew}>
                {t("drafts.beginAnew")}
              </Button>
            </div>
          </div>
        </>
      )}
      {!start.error && !start.choices && (
        <>
          <h1 className="sr-only">{service.title}</h1>
          <StateView
            state={{ is: "loading", text: t("drafts.checking"), skeleton: <Skeleton className="h-56 w-full" /> }}
          />
        </>
      )}
    </div>
  );
}

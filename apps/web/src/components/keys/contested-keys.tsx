"use client";

import type { WayBack } from "@dvd/domain/account/ways-back";
import { useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { useObjection } from "../../lib/copies/use-objection.ts";
import { formatDate } from "../../lib/format.ts";
import { problemOf } from "../../lib/problem.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { OfflineBanner } from "../offline-banner.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import { ObjectionArrived } from "./objection-arrived.tsx";
import { UnlockScreen } from "./unlock-screen.tsx";

type ContestedKeysProps = { requestedAt: string; accountId: string; ways: readonly WayBack[] };

/** Asked of whoever still has the former keys: the one moment in which a theft of the login can be undone. */
export function ContestedKeys({ requestedAt, accountId, ways }: ContestedKeysProps) {
  const { t, locale } = useI18n();
  const [wasMe, setWasMe] = useState(false);
  const objection = useObjection();
  if (objection.isSuccess) return <ObjectionArrived />;
  if (wasMe) return <UnlockScreen isOfficial={false} accountId={accountId} ways={ways} />;
  return (
    <div className="page-width grid gap-8 py-10 sm:py-16">
      <OfflineBanner />
      <PageHeading lead={t("copies.contested.lead", { date: formatDate(requestedAt, locale) })}>
        {t("copies.contested.title")}
      </PageHeading>
      {objection.error && (
        <ProblemAlert problem={problemOf(objection.error)} title={t("copies.contested.noFailed")} doing="sending" />
      )}
      <div className="grid max-w-[60rem] gap-6 md:grid-cols-2">
        <Card className="flex flex-col items-start gap-3">
          <h2 className="text-xl">{t("copies.contested.noTitle")}</h2>
          <p className="mb-auto">{t("copies.contested.noText")}</p>
          <Button
            busy={objection.isPending ? t("copies.contested.noBusy") : undefined}
            onClick={() => objection.mutate()}
          >
            {t("copies.contested.no")}
          </Button>
        </Card>
        <Card className="flex flex-col items-start gap-3">
          <h2 className="text-xl">{t("copies.contested.yesTitle")}</h2>
          <p className="mb-auto">{t("copies.contested.yesText")}</p>
          <Button variant="secondary" onClick={() => setWasMe(true)}>
            {t("copies.contested.yes")}
          </Button>
        </Card>
      </div>
    </div>
  );
}

"use client";

import type { ReactNode } from "react";
import { Fingerprint } from "../../../../../components/fingerprint.tsx";
import { OfflineBanner } from "../../../../../components/offline-banner.tsx";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useColleagues } from "../../../../../lib/members/use-colleagues.ts";
import { useUnitKeys } from "../../../../../lib/members/use-unit-keys.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { Card } from "../../../../../ui/card.tsx";
import { EmptyState } from "../../../../../ui/empty-state.tsx";
import { PageHeading } from "../../../../../ui/page-heading.tsx";
import { Skeleton } from "../../../../../ui/skeleton.tsx";
import { StateView } from "../../../../../ui/state-view.tsx";
import { OwnUnit } from "./own-unit.tsx";

/** Who works with whom, and who can read. Here a key is passed on, from person to person. */
export function OwnUnits({ children }: { children: ReactNode }) {
  const { t } = useI18n();
  const { known, error, retry, grant } = useColleagues();
  const keys = useUnitKeys();
  return (
    <div className="page-width grid grid-cols-1 gap-8 py-8 sm:py-12">
      <PageHeading lead={t("colleagues.lead")}>{t("colleagues.title")}</PageHeading>
      <OfflineBanner />
      {error && <ProblemAlert problem={problemOf(error)} onRetry={retry} signInAs="official" />}
      {keys.error && (
        <ProblemAlert problem={problemOf(keys.error)} onRetry={() => void keys.refresh()} signInAs="official" />
      )}
      {!known && !error && (
        <StateView
          state={{ is: "loading", text: t("colleagues.loading"), skeleton: <Skeleton className="h-56 w-full" /> }}
        />
      )}
      {known?.units.length === 0 && <EmptyState text={t("colleagues.none")} />}
      {known?.units.map((unit) => (
        <OwnUnit key={unit.unitId} unit={unit} grant={grant} keys={keys} />
      ))}
      {children}
      {known && (
        <Card className="grid gap-3">
          <h2 className="text-xl">{t("colleagues.ownTitle")}</h2>
          <p className="max-w-prose text-muted">{t("colleagues.ownText")}</p>
          <p className="font-semibold text-lg">
            <Fingerprint>{known.ownDigits}</Fingerprint>
          </p>
        </Card>
      )}
    </div>
  );
}

"use client";

import { useI18n } from "../../i18n/client.tsx";
import { useTakeAlong } from "../../lib/export/use-take-along.ts";
import { formatBytes } from "../../lib/format.ts";
import { problemOf } from "../../lib/problem.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { SuccessIcon } from "../../ui/icons.tsx";
import { Progress } from "../../ui/progress.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import type { ServiceTitles } from "../services/service-titles.ts";

type TakeAlongButtonProps = { titles: ServiceTitles; only?: { caseId: string; reference: string } };

/** Opening and packing takes as long as there is something; each step is said in words. */
export function TakeAlongButton({ titles, only }: TakeAlongButtonProps) {
  const { t, locale } = useI18n();
  const { progress, mutate, isPending, error, data } = useTakeAlong(titles, only);
  const start = t(data ? "takeAlong.again" : only ? "takeAlong.caseStart" : "takeAlong.start");
  return (
    <div data-print="no" className="grid gap-4">
      {error && <ProblemAlert problem={problemOf(error)} title={t("takeAlong.failed")} onRetry={() => mutate()} />}
      <div>
        <Button variant="secondary" busy={isPending ? t("takeAlong.busy") : undefined} onClick={() => mutate()}>
          {start}
        </Button>
      </div>
      {isPending && progress && (
        <Progress
          text={t(progress.documents > 0 ? "takeAlong.progressDocument" : "takeAlong.progress", progress)}
          value={(progress.case - 1) / progress.cases}
        />
      )}
      {data && (
        <p className="flex gap-2.5">
          <SuccessIcon className="mt-0.5 size-5 shrink-0 text-success" />
          {t("takeAlong.done", { file: data.file, size: formatBytes(data.size, locale) })}
        </p>
      )}
      {data?.hasGaps && <Alert tone="warning">{t("takeAlong.missing")}</Alert>}
    </div>
  );
}

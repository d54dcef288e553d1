"use client";

import { useI18n } from "../../i18n/client.tsx";
import type { Deputyship } from "../../lib/deputies/use-deputies.ts";
import { useEntrusting } from "../../lib/deputies/use-entrusting.ts";
import { useKeys } from "../../lib/keys/keys-provider.tsx";
import { paths } from "../../lib/paths.ts";
import { problemOf } from "../../lib/problem.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { Progress } from "../../ui/progress.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import { RouteLink } from "../route-link.tsx";
import { useProblemText } from "../use-problem-text.ts";

/** What the deputy of another unit cannot read yet. It stays until nothing is left: the list comes from the cases themselves. */
export function EntrustCases({ deputyship, onDone }: { deputyship: Deputyship; onDone: () => void }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const problemText = useProblemText();
  const { state } = useKeys();
  const { waiting, error, retry, progress, run, stop } = useEntrusting(deputyship);
  const { done, failed } = progress;
  const post = deputyship.deputySign;
  const count = waiting?.cases.length ?? 0;
  const left = waiting?.nextCursor ? t("deputies.handOver.moreThan", { count }) : String(count);
  const all = Math.max(count, done + failed.size);

  const start = () =>
    run.mutate(undefined, {
      onSuccess: ({ done: handed, failed: kept }) => {
        announce(
          kept.size > 0
            ? t("deputies.handOver.partly", { done: handed, left: kept.size })
            : t("deputies.handOver.done", { done: handed, post }),
        );
        if (kept.size === 0) onDone();
      },
    });
  if (error) return <ProblemAlert problem={problemOf(error)} onRetry={retry} signInAs="official" />;
  if (count === 0 && !run.isPending) return null;
  return (
    <div className="grid gap-4">
      <Alert tone="warning" title={t("deputies.handOver.title", { post, count: left })}>
        {t(waiting?.deputy ? "deputies.handOver.text" : "deputies.handOver.nobody")}
      </Alert>
      {run.isPending && (
        <div className="grid gap-4">
          <Progress
            text={t("deputies.handOver.busy", { done: done + failed.size, all })}
            value={(done + failed.size) / all}
          />
          <Button variant="secondary" className="justify-self-start" onClick={stop}>
            {t("deputies.handOver.stop")}
          </Button>
        </div>
      )}
      {!run.isPending && waiting?.deputy && state.is === "ready" && (
        <Button className="justify-self-start" onClick={start}>
          {t("deputies.handOver.start", { post })}
        </Button>
      )}
      {state.is !== "ready" && state.is !== "checking" && (
        <p className="max-w-prose">
          {t("deputies.handOver.locked")} <RouteLink href={paths.unit}>{t("deputies.handOver.open")}</RouteLink>
        </p>
      )}
      {run.error && <ProblemAlert problem={problemOf(run.error)} signInAs="official" />}
      {!run.isPending && (
        <ul aria-label={t("deputies.handOver.listName")} className="grid">
          {waiting?.cases.map(({ caseId, reference }) => {
            const problem = failed.get(caseId);
            return (
              <li key={caseId} className="grid gap-1 border-line border-t py-3 last:border-b">
                <span className="font-semibold tabular-nums">{reference}</span>
                {problem && <span className="max-w-prose text-muted">{problemText(problem).text}</span>}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

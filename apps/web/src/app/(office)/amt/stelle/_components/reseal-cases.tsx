"use client";

import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { useProblemText } from "../../../../../components/use-problem-text.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useResealing } from "../../../../../lib/members/use-resealing.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { Progress } from "../../../../../ui/progress.tsx";

type ResealCasesProps = { unitId: string; unsealed: number; onSettled: () => unknown };

/** What is still under an earlier key, and stays on the page until nothing is: the list comes from the cases themselves. */
export function ResealCases({ unitId, unsealed, onSettled }: ResealCasesProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const problemText = useProblemText();
  const { cases, progress, run, stop } = useResealing(unitId, onSettled);
  const { done, failed } = progress;
  const all = run.isPending ? Math.max(unsealed, done + failed.size) : unsealed;

  const start = () =>
    run.mutate(undefined, {
      onSuccess: ({ done: sealed, failed: left }) =>
        announce(t(left.size > 0 ? "unitKey.resealedPartly" : "unitKey.resealed", { done: sealed, left: left.size })),
    });
  return (
    <div className="grid gap-4">
      <Alert tone="warning" title={t("unitKey.unsealed", { count: unsealed })}>
        {t("unitKey.unsealedText")}
      </Alert>
      {run.isPending ? (
        <div className="grid gap-4">
          <Progress
            text={t("unitKey.resealing", { done: done + failed.size, all })}
            value={(done + failed.size) / all}
          />
          <Button variant="secondary" className="justify-self-start" onClick={stop}>
            {t("unitKey.stop")}
          </Button>
        </div>
      ) : (
        <Button className="justify-self-start" onClick={start}>
          {t("unitKey.reseal")}
        </Button>
      )}
      {run.error && <ProblemAlert problem={problemOf(run.error)} signInAs="official" />}
      {!run.isPending && (
        <div className="grid gap-2">
          <h4 className="font-semibold">{t("unitKey.listTitle")}</h4>
          <ul className="grid">
            {cases.map(({ caseId, reference }) => {
              const problem = failed.get(caseId);
              return (
                <li key={caseId} className="grid gap-1 border-line border-t py-3 last:border-b">
                  <span className="font-semibold tabular-nums">{reference}</span>
                  <span className="max-w-prose text-muted">
                    {problem ? problemText(problem).text : t("unitKey.untried")}
                  </span>
                </li>
              );
            })}
          </ul>
          {unsealed > cases.length && cases.length > 0 && (
            <p className="text-muted">{t("unitKey.more", { count: unsealed - cases.length })}</p>
          )}
        </div>
      )}
    </div>
  );
}

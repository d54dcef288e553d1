"use client";

import { useRef, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { formatDate } from "../../lib/format.ts";
import { problemOf } from "../../lib/problem.ts";
import { type Recusal, useRecusals } from "../../lib/recusals/use-recusals.ts";
import { useSession } from "../../lib/session/session-provider.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import { Reference } from "../reference.tsx";
import { FreshLoginNotice } from "../sessions/fresh-login-notice.tsx";

/** For those who answer for a unit: who does not act in which case. Shown only when there is somebody. */
export function RecusalsCard() {
  const { t, locale } = useI18n();
  const announce = useAnnounce();
  const { isLoginFresh } = useSession();
  const { recusals, error, retry, lift } = useRecusals();
  const [needsLogin, setNeedsLogin] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const shownError = error ?? lift.error;

  const liftOne = (recusal: Recusal) => {
    if (!isLoginFresh()) return setNeedsLogin(true);
    if (lift.isPending) return;
    lift.mutate(recusal, {
      onSuccess: () => {
        const { postSign: post, reference } = recusal;
        heading.current?.focus();
        announce(t("recusals.list.lifted", { post, reference }));
      },
    });
  };
  if (!shownError && !recusals?.length && !lift.isSuccess) return null;
  return (
    <Card className="grid gap-4">
      <h2 ref={heading} tabIndex={-1} className="text-xl">
        {t("recusals.list.title")}
      </h2>
      <p className="max-w-prose text-muted">{t("recusals.list.text")}</p>
      {shownError && (
        <ProblemAlert problem={problemOf(shownError)} onRetry={error ? retry : undefined} signInAs="official" />
      )}
      {needsLogin && !isLoginFresh() && <FreshLoginNotice why="members" />}
      <ul aria-label={t("recusals.list.name")} className="grid empty:hidden">
        {recusals?.map((recusal) => {
          const { caseId, officialId, postSign: post, reference, unit, since, mayLift } = recusal;
          const isBusy = lift.isPending && lift.variables.caseId === caseId && lift.variables.officialId === officialId;
          return (
            <li
              key={`${caseId} ${officialId}`}
              className="grid items-center gap-x-8 gap-y-3 border-line border-t py-4 last:border-b sm:grid-cols-[1fr_auto]"
            >
              <div>
                <p>
                  <span className="sr-only">{t("members.postSign")} </span>
                  <span className="font-semibold tabular-nums">{post}</span>
                  <span className="text-muted"> – </span>
                  <Reference>{reference}</Reference>
                </p>
                <p className="text-muted text-sm">
                  {t("recusals.list.since", { unit, date: formatDate(since, locale) })}
                </p>
              </div>
              {mayLift && (
                <Button
                  variant="secondary"
                  aria-label={`${t("recusals.list.lift")}: ${post}, ${reference}`}
                  busy={isBusy ? t("recusals.list.lifting") : undefined}
                  onClick={() => liftOne(recusal)}
                >
                  {t("recusals.list.lift")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

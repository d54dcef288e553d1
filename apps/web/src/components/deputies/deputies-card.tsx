"use client";

import { useRef, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { type Deputyship, type Naming, useDeputies } from "../../lib/deputies/use-deputies.ts";
import { formatDate } from "../../lib/format.ts";
import { problemOf } from "../../lib/problem.ts";
import { useSession } from "../../lib/session/session-provider.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import { FreshLoginNotice } from "../sessions/fresh-login-notice.tsx";
import { DeputyshipList } from "./deputyship-list.tsx";
import { EntrustCases } from "./entrust-cases.tsx";
import { NameDeputyForm } from "./name-deputy-form.tsx";

/** Who stands in for the reader, and for whom they do. */
export function DeputiesCard() {
  const { t, locale } = useI18n();
  const announce = useAnnounce();
  const { isLoginFresh } = useSession();
  const { deputyships, error, retry, name, end } = useDeputies();
  const [needsLogin, setNeedsLogin] = useState(false);
  const [isNaming, setIsNaming] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const failed = name.error ?? end.error;

  const close = () => {
    name.reset();
    setIsNaming(false);
    heading.current?.focus();
  };
  const nameOne = (naming: Naming, post: string) =>
    name.mutate(naming, {
      onSuccess: () => {
        close();
        const [from, until] = [formatDate(naming.startsOn, locale), formatDate(naming.endsOn, locale)];
        announce(t("deputies.done", { post, days: t("deputies.days", { from, until }) }));
      },
    });
  const endOne = (deputyship: Deputyship) => {
    if (end.isPending) return;
    end.mutate(deputyship, {
      onSuccess: () => {
        heading.current?.focus();
        announce(t("deputies.ended", { deputy: deputyship.deputySign, post: deputyship.postSign }));
      },
    });
  };
  const own = deputyships?.filter(({ relation }) => relation !== "other");
  return (
    <Card>
      <h2 ref={heading} tabIndex={-1} className="text-xl">
        {t("deputies.title")}
      </h2>
      <p className="mt-1 max-w-prose text-muted">{t("deputies.lead")}</p>
      <div className="mt-5 grid gap-5">
        {error && <ProblemAlert problem={problemOf(error)} onRetry={retry} signInAs="official" />}
        {failed && <ProblemAlert problem={problemOf(failed)} signInAs="official" />}
        {!own && !error && <Skeleton className="h-24 w-full" />}
        {own?.length === 0 && <p>{t("deputies.none")}</p>}
        {own && own.length > 0 && (
          <DeputyshipList
            name={t("deputies.listName")}
            deputyships={own}
            endingId={end.isPending ? end.variables.deputyshipId : undefined}
            onEnd={endOne}
          />
        )}
        {own
          ?.filter(({ relation }) => relation === "mine")
          .map((deputyship) => (
            <EntrustCases
              key={deputyship.deputyshipId}
              deputyship={deputyship}
              onDone={() => heading.current?.focus()}
            />
          ))}
        {needsLogin && !isLoginFresh() && <FreshLoginNotice why="members" />}
        {isNaming ? (
          <NameDeputyForm isBusy={name.isPending} onName={nameOne} onCancel={close} />
        ) : (
          own && (
            <div>
              <Button variant="secondary" onClick={() => (isLoginFresh() ? setIsNaming(true) : setNeedsLogin(true))}>
                {t("deputies.name")}
              </Button>
            </div>
          )
        )}
      </div>
    </Card>
  );
}

"use client";

import { useRef } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { type Deputyship, useDeputies } from "../../lib/deputies/use-deputies.ts";
import { problemOf } from "../../lib/problem.ts";
import { Card } from "../../ui/card.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { ProblemAlert } from "../problem-alert.tsx";
import { DeputyshipList } from "./deputyship-list.tsx";

/** For admins: who stands in for whom in the authority. Shown only when somebody does. */
export function AllDeputiesCard() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const { deputyships, error, retry, end } = useDeputies();
  const heading = useRef<HTMLHeadingElement>(null);
  const failed = error ?? end.error;

  const endOne = (deputyship: Deputyship) => {
    if (end.isPending) return;
    end.mutate(deputyship, {
      onSuccess: () => {
        heading.current?.focus();
        announce(t("deputies.ended", { deputy: deputyship.deputySign, post: deputyship.postSign }));
      },
    });
  };
  if (!failed && !deputyships?.length && !end.isSuccess) return null;
  return (
    <Card className="grid gap-4">
      <h2 ref={heading} tabIndex={-1} className="text-xl">
        {t("deputies.all.title")}
      </h2>
      <p className="max-w-prose text-muted">{t("deputies.all.text")}</p>
      {failed && <ProblemAlert problem={problemOf(failed)} onRetry={error ? retry : undefined} signInAs="official" />}
      {deputyships && deputyships.length > 0 && (
        <DeputyshipList
          name={t("deputies.all.listName")}
          deputyships={deputyships}
          endingId={end.isPending ? end.variables.deputyshipId : undefined}
          onEnd={endOne}
        />
      )}
    </Card>
  );
}

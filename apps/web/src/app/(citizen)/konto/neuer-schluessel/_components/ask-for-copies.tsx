"use client";

import { useState } from "react";
import { NewKeyKept, useKeptKey } from "../../../../../components/keys/new-key-kept.tsx";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { RouteButton } from "../../../../../components/route-link.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useRenewal } from "../../../../../lib/copies/use-renewal.ts";
import { paths } from "../../../../../lib/paths.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { Button } from "../../../../../ui/button.tsx";
import { focusWhenShown } from "../../../../../ui/focus-when-shown.ts";
import { KeyIcon } from "../../../../../ui/icons.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";

const parts = ["happens", "safe", "lost", "wait"] as const;

/** First what it means, then the new recovery key, then the request: nothing is asked for before the key is kept. */
export function AskForCopies({ accountId }: { accountId: string }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [isWanted, setIsWanted] = useState(false);
  const kept = useKeptKey();
  const { recoveryKey, makingProblem, retryMaking, ask } = useRenewal(accountId, isWanted);

  const submit = () => {
    if (kept.demand() && recoveryKey) ask.mutate(undefined, { onSuccess: () => announce(t("copies.ask.done")) });
  };

  if (!isWanted) {
    return (
      <div className="grid max-w-prose gap-6">
        {parts.map((part) => (
          <section key={part}>
            <h2 className="font-semibold text-lg">{t(`copies.ask.${part}Title`)}</h2>
            <p className="mt-1">{t(`copies.ask.${part}`)}</p>
          </section>
        ))}
        <div className="grid gap-3">
          <p className="text-muted">{t("copies.ask.startHint")}</p>
          <div className="flex flex-wrap gap-3">
            <Button icon={<KeyIcon className="size-6" />} onClick={() => setIsWanted(true)}>
              {t("copies.ask.start")}
            </Button>
            <RouteButton href={paths.cases} variant="secondary">
              {t("copies.ask.back")}
            </RouteButton>
          </div>
        </div>
      </div>
    );
  }
  return (
    <form
      noValidate
      className="grid max-w-prose gap-7"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p ref={focusWhenShown} tabIndex={-1} className="text-lg">
        {t("copies.ask.keyLead")}
      </p>
      <NewKeyKept
        recoveryKey={recoveryKey}
        problem={makingProblem}
        onRetry={retryMaking}
        making={t("copies.ask.making")}
        kept={kept}
      />
      {ask.error && <ProblemAlert problem={problemOf(ask.error)} title={t("copies.ask.failedTitle")} doing="sending" />}
      <div data-print="no">
        <Button type="submit" busy={ask.isPending ? t("copies.ask.busy") : undefined}>
          {t("copies.ask.submit")}
        </Button>
      </div>
    </form>
  );
}

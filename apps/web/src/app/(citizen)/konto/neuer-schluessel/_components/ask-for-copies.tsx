"use client";

import { useRef, useState } from "react";
import { RecoveryKey } from "../../../../../components/keys/recovery-key.tsx";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { RouteButton } from "../../../../../components/route-link.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useRenewal } from "../../../../../lib/copies/use-renewal.ts";
import { paths } from "../../../../../lib/paths.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Checkbox } from "../../../../../ui/checkbox.tsx";
import { focusWhenShown } from "../../../../../ui/focus-when-shown.ts";
import { KeyIcon } from "../../../../../ui/icons.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { Skeleton } from "../../../../../ui/skeleton.tsx";
import { StateView } from "../../../../../ui/state-view.tsx";

const parts = ["happens", "safe", "lost", "wait"] as const;

/** First what it means, then the new recovery key, then the request: nothing is asked for before the key is kept. */
export function AskForCopies({ accountId }: { accountId: string }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [isWanted, setIsWanted] = useState(false);
  const [isConfirmed, setIsConfirmed] = useState(false);
  const [error, setError] = useState<string>();
  const confirm = useRef<HTMLDivElement>(null);
  const { recoveryKey, makingProblem, retryMaking, ask } = useRenewal(accountId, isWanted);

  const submit = () => {
    if (isConfirmed && recoveryKey) {
      ask.mutate(undefined, { onSuccess: () => announce(t("copies.ask.done")) });
      return;
    }
    setError(t("wizard.key.confirmMissing"));
    announce(t("wizard.key.confirmMissing"), "assertive");
    confirm.current?.querySelector("input")?.focus();
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
      {makingProblem && <ProblemAlert problem={makingProblem} onRetry={retryMaking} />}
      {recoveryKey ? (
        <RecoveryKey recoveryKey={recoveryKey} />
      ) : (
        !makingProblem && (
          <StateView
            state={{ is: "loading", text: t("copies.ask.making"), skeleton: <Skeleton className="h-56 w-full" /> }}
          />
        )
      )}
      <div ref={confirm} data-print="no">
        <Checkbox
          label={t("wizard.key.confirm")}
          hint={t("wizard.key.confirmHint")}
          error={error}
          checked={isConfirmed}
          onChange={(checked) => {
            setIsConfirmed(checked);
            if (checked) setError(undefined);
          }}
        />
      </div>
      {ask.error && <ProblemAlert problem={problemOf(ask.error)} title={t("copies.ask.failedTitle")} doing="sending" />}
      <div data-print="no">
        <Button type="submit" busy={ask.isPending ? t("copies.ask.busy") : undefined}>
          {t("copies.ask.submit")}
        </Button>
      </div>
    </form>
  );
}

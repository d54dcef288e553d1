"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { useKeys } from "../../lib/keys/keys-provider.tsx";
import { lockAfterMinutes } from "../../lib/keys/watch-idle.ts";
import { problemOf } from "../../lib/problem.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ProblemAlert } from "../problem-alert.tsx";

/** Two ways to close this device: for a coffee, and for good. Says what each of them protects, and from whom it does not. */
export function DeviceCard({ accountId }: { accountId: string }) {
  const { t } = useI18n();
  const { lock, forget } = useKeys();
  const [isAsked, setIsAsked] = useState(false);
  const locking = useMutation({ mutationFn: lock, networkMode: "always" });
  const forgetting = useMutation({ mutationFn: () => forget(accountId), networkMode: "always" });
  const error = locking.error ?? forgetting.error;
  return (
    <Card>
      <h2 className="text-xl">{t("keys.thisDevice.title")}</h2>
      <p className="mt-1 max-w-prose text-muted">{t("keys.thisDevice.lead", { minutes: lockAfterMinutes })}</p>
      <div className="mt-5 grid gap-5">
        {error && <ProblemAlert problem={problemOf(error)} />}
        {isAsked ? (
          <Alert
            tone="warning"
            title={t("keys.thisDevice.forgetAsk")}
            actions={
              <>
                <Button
                  busy={forgetting.isPending ? t("keys.thisDevice.forgetting") : undefined}
                  onClick={() => forgetting.mutate()}
                >
                  {t("keys.thisDevice.forgetYes")}
                </Button>
                <Button variant="secondary" onClick={() => setIsAsked(false)}>
                  {t("keys.ways.cancel")}
                </Button>
              </>
            }
          >
            {t("keys.thisDevice.forgetText")}
          </Alert>
        ) : (
          <div className="flex flex-wrap gap-3">
            <Button variant="secondary" onClick={() => locking.mutate()}>
              {t("keys.thisDevice.lock")}
            </Button>
            <Button variant="secondary" onClick={() => setIsAsked(true)}>
              {t("keys.thisDevice.forget")}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { useKeys } from "../../lib/keys/keys-provider.tsx";
import { lockAfterMinutes } from "../../lib/keys/watch-idle.ts";
import { problemOf } from "../../lib/problem.ts";
import { ActionRow } from "../../ui/action-row.tsx";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { focusWhenShown } from "../../ui/focus-when-shown.ts";
import { ProblemAlert } from "../problem-alert.tsx";

/** Two ways to close this device: for a coffee, and for good. Says what each of them protects, and from whom it does not. */
export function DeviceCard({ accountId }: { accountId: string }) {
  const { t } = useI18n();
  const { lock, forget } = useKeys();
  const [asked, setAsked] = useState<"no" | "yes" | "cancelled">("no");
  const locking = useMutation({ mutationFn: lock, networkMode: "always" });
  const forgetting = useMutation({ mutationFn: () => forget(accountId), networkMode: "always" });
  const error = locking.error ?? forgetting.error;
  return (
    <Card>
      <h2 className="text-xl">{t("keys.thisDevice.title")}</h2>
      <div className="mt-3 grid gap-5">
        {error && <ProblemAlert problem={problemOf(error)} />}
        <ActionRow text={t("keys.thisDevice.lockText", { minutes: lockAfterMinutes })}>
          <Button variant="secondary" onClick={() => locking.mutate()}>
            {t("keys.thisDevice.lock")}
          </Button>
        </ActionRow>
        {asked === "yes" ? (
          <fieldset aria-label={t("keys.thisDevice.forgetAsk")} className="min-w-0">
            <Alert
              tone="warning"
              title={t("keys.thisDevice.forgetAsk")}
              actions={
                <>
                  <Button ref={focusWhenShown} variant="secondary" onClick={() => setAsked("cancelled")}>
                    {t("common.cancel")}
                  </Button>
                  <Button
                    variant="danger"
                    busy={forgetting.isPending ? t("keys.thisDevice.forgetting") : undefined}
                    onClick={() => forgetting.mutate()}
                  >
                    {t("keys.thisDevice.forgetYes")}
                  </Button>
                </>
              }
            >
              {t("keys.thisDevice.forgetText")}
            </Alert>
          </fieldset>
        ) : (
          <ActionRow text={t("keys.thisDevice.forgetAbout")}>
            <Button
              ref={asked === "cancelled" ? focusWhenShown : undefined}
              variant="secondary"
              onClick={() => setAsked("yes")}
            >
              {t("keys.thisDevice.forget")}
            </Button>
          </ActionRow>
        )}
      </div>
    </Card>
  );
}

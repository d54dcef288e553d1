"use client";

import { useState } from "react";
import { OfflineBanner } from "../../../../../components/offline-banner.tsx";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { RouteButton, RouteLink } from "../../../../../components/route-link.tsx";
import { FreshLoginNotice } from "../../../../../components/sessions/fresh-login-notice.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useDeleteAccount } from "../../../../../lib/keys/use-delete-account.ts";
import { paths } from "../../../../../lib/paths.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { useFreshAtStart } from "../../../../../lib/session/use-fresh-at-start.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { Checkbox } from "../../../../../ui/checkbox.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { PageHeading } from "../../../../../ui/page-heading.tsx";
import { WhatHappens } from "./what-happens.tsx";

/** First what is lost and what stays, then the way to take everything along, then the confirmation, then the button. */
export function DeleteAccount() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const { mutate, isPending, error } = useDeleteAccount();
  const fresh = useFreshAtStart();
  const [isSure, setIsSure] = useState(false);
  const [isTried, setIsTried] = useState(false);

  const submit = () => {
    setIsTried(true);
    if (isSure) mutate();
    else announce(t("deleteAccount.confirmMissing"), "assertive");
  };

  return (
    <div className="page-width py-8 sm:py-12">
      <OfflineBanner />
      <p className="mb-4">
        <RouteLink href={paths.account} className="link inline-flex min-h-11 items-center">
          <span aria-hidden="true">←&nbsp;</span>
          {t("account.title")}
        </RouteLink>
      </p>
      <div className="grid max-w-[52rem] gap-8">
        <PageHeading lead={t("deleteAccount.lead")}>{t("deleteAccount.title")}</PageHeading>
        <WhatHappens />
        <Alert
          tone="warning"
          title={t("deleteAccount.finalTitle")}
          actions={
            <RouteButton href={paths.account} variant="secondary">
              {t("deleteAccount.takeAlong")}
            </RouteButton>
          }
        >
          <p>{t("deleteAccount.final")}</p>
          <p className="mt-1">{t("deleteAccount.cases")}</p>
        </Alert>
        {fresh === false ? (
          <FreshLoginNotice why="end" />
        ) : (
          <div className="grid gap-5">
            <Checkbox
              label={t("deleteAccount.confirm")}
              error={isTried && !isSure ? t("deleteAccount.confirmMissing") : undefined}
              checked={isSure}
              onChange={setIsSure}
            />
            {error && <ProblemAlert problem={problemOf(error)} title={t("deleteAccount.failed")} />}
            <div>
              <Button variant="danger" busy={isPending ? t("deleteAccount.busy") : undefined} onClick={submit}>
                {t("deleteAccount.send")}
              </Button>
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

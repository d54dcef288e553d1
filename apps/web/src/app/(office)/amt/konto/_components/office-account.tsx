"use client";

import { DeputiesCard } from "../../../../../components/deputies/deputies-card.tsx";
import { DeviceCard } from "../../../../../components/keys/device-card.tsx";
import { WaysCard } from "../../../../../components/keys/ways/ways-card.tsx";
import { OfflineBanner } from "../../../../../components/offline-banner.tsx";
import { SessionsCard } from "../../../../../components/sessions/sessions-card.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useKeys } from "../../../../../lib/keys/keys-provider.tsx";
import { PageHeading } from "../../../../../ui/page-heading.tsx";

/** What an official has of their own: who stands in for them, where they are signed in, and with a key at hand their ways back and this device. */
export function OfficeAccount({ hasUnit }: { hasUnit: boolean }) {
  const { t } = useI18n();
  const { state } = useKeys();
  return (
    <div className="page-width grid gap-8 py-10 sm:py-16">
      <PageHeading lead={t("account.officeLead")}>{t("account.title")}</PageHeading>
      <OfflineBanner />
      <div className="grid max-w-[52rem] gap-10">
        {hasUnit && <DeputiesCard />}
        <SessionsCard kind="official" />
        {state.is === "ready" && <WaysCard />}
        {state.is === "ready" && <DeviceCard accountId={state.accountId} />}
      </div>
    </div>
  );
}

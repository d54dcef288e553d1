"use client";

import { SignOutButton } from "../../../../components/header/sign-out-button.tsx";
import { DeviceCard } from "../../../../components/keys/device-card.tsx";
import { WaysCard } from "../../../../components/keys/ways/ways-card.tsx";
import { OfflineBanner } from "../../../../components/offline-banner.tsx";
import { useI18n } from "../../../../i18n/client.tsx";
import { useKeys } from "../../../../lib/keys/keys-provider.tsx";
import { PageHeading } from "../../../../ui/page-heading.tsx";
import { KeyCard } from "./key-card.tsx";

export function Account() {
  const { t } = useI18n();
  const { state } = useKeys();
  return (
    <div className="page-width grid gap-8 py-10 sm:py-16">
      <PageHeading lead={t("account.lead")}>{t("account.title")}</PageHeading>
      <OfflineBanner />
      <div className="grid max-w-[52rem] gap-10">
        <KeyCard hasKey={state.is === "ready"} />
        {state.is === "ready" && <WaysCard />}
        {state.is === "ready" && <DeviceCard accountId={state.accountId} />}
        <section>
          <h2 className="text-xl">{t("account.signInTitle")}</h2>
          <p className="mt-2 mb-5 max-w-prose text-muted">{t("account.signInText")}</p>
          <SignOutButton variant="secondary" />
        </section>
      </div>
    </div>
  );
}

"use client";

import { DeviceCard } from "../../../../components/keys/device-card.tsx";
import { WaysCard } from "../../../../components/keys/ways/ways-card.tsx";
import { OfflineBanner } from "../../../../components/offline-banner.tsx";
import { RouteButton } from "../../../../components/route-link.tsx";
import type { ServiceTitles } from "../../../../components/services/service-titles.ts";
import { SessionsCard } from "../../../../components/sessions/sessions-card.tsx";
import { TakeAlongButton } from "../../../../components/take-along/take-along-button.tsx";
import { useI18n } from "../../../../i18n/client.tsx";
import { useKeys } from "../../../../lib/keys/keys-provider.tsx";
import { paths } from "../../../../lib/paths.ts";
import { Card } from "../../../../ui/card.tsx";
import { PageHeading } from "../../../../ui/page-heading.tsx";
import { KeyCard } from "./key-card.tsx";

export function Account({ titles }: { titles: ServiceTitles }) {
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
        {state.is === "ready" && (
          <Card className="grid gap-4">
            <h2 className="text-xl">{t("takeAlong.title")}</h2>
            <p className="max-w-prose">{t("takeAlong.text")}</p>
            <p className="max-w-prose text-muted">{t("takeAlong.careful")}</p>
            <TakeAlongButton titles={titles} />
          </Card>
        )}
        <SessionsCard kind="citizen" />
        <section>
          <h2 className="text-xl">{t("deleteAccount.title")}</h2>
          <p className="mt-2 mb-5 max-w-prose text-muted">{t("deleteAccount.about")}</p>
          <RouteButton href={paths.deleteAccount} variant="secondary">
            {t("deleteAccount.toPage")}
          </RouteButton>
        </section>
      </div>
    </div>
  );
}

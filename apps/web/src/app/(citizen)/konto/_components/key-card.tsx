"use client";

import type { ReactNode } from "react";
import { RouteButton } from "../../../../components/route-link.tsx";
import { useI18n } from "../../../../i18n/client.tsx";
import { paths } from "../../../../lib/paths.ts";
import { Card } from "../../../../ui/card.tsx";
import { classNames } from "../../../../ui/class-names.ts";
import { ArrowIcon, DeviceIcon, KeyIcon } from "../../../../ui/icons.tsx";

/** What keys there are, where they are, and what that means, in words. An account without keys has nothing to lose yet. */
export function KeyCard({ hasKey }: { hasKey: boolean }) {
  const { t } = useI18n();
  return (
    <Card>
      <div className="flex flex-col gap-5 sm:flex-row">
        <span
          className={classNames(
            "grid size-16 shrink-0 place-items-center rounded-card",
            hasKey ? "bg-success-tint text-success" : "bg-action-tint text-action",
          )}
        >
          <KeyIcon className="size-9" />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="text-muted text-sm">{t("account.keyTitle")}</h2>
          <p className="font-semibold text-lg">
            {hasKey && <span aria-hidden="true">✓ </span>}
            {t(hasKey ? "account.keyReady" : "account.keyNone")}
          </p>
          <p className="mt-1 max-w-prose text-muted">{t(hasKey ? "account.keyReadyText" : "account.keyNoneText")}</p>
          <dl className="mt-5 grid gap-4 border-line border-t pt-5">
            <Fact term={t("account.device")} icon={<DeviceIcon className="size-6" />}>
              {t(hasKey ? "account.deviceReady" : "account.deviceNone")}
            </Fact>
          </dl>
          <p className="mt-6">
            <RouteButton
              href={hasKey ? paths.cases : paths.services}
              variant="secondary"
              icon={<ArrowIcon className="size-5" />}
            >
              {t(hasKey ? "account.toCases" : "account.toServices")}
            </RouteButton>
          </p>
        </div>
      </div>
    </Card>
  );
}

function Fact({ term, icon, children }: { term: string; icon: ReactNode; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-3">
      <dt className="contents font-semibold">
        <span className="row-span-2 text-action">{icon}</span>
        <span className="font-semibold">{term}</span>
      </dt>
      <dd className="col-start-2">{children}</dd>
    </div>
  );
}

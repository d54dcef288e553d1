"use client";

import { RouteButton } from "../../../../../../components/route-link.tsx";
import { useI18n } from "../../../../../../i18n/client.tsx";
import { paths } from "../../../../../../lib/paths.ts";
import { PageHeading } from "../../../../../../ui/page-heading.tsx";

/** In place of the case that the person has just stepped back from, too: the focus must not stay behind with its button. */
const focusHeading = (area: HTMLElement | null) => area?.querySelector("h1")?.focus();

/** Nothing of the case, and why. */
export function CaseClosedByBias() {
  const { t } = useI18n();
  return (
    <div ref={focusHeading} className="page-width py-10 sm:py-16">
      <PageHeading lead={t("recusals.closedLead")}>{t("recusals.closedTitle")}</PageHeading>
      <p className="mt-8">
        <RouteButton href={paths.inbox}>{t("office.back")}</RouteButton>
      </p>
    </div>
  );
}

"use client";

import { RouteButton } from "../../../../../../components/route-link.tsx";
import { useI18n } from "../../../../../../i18n/client.tsx";
import { paths } from "../../../../../../lib/paths.ts";
import { PageHeading } from "../../../../../../ui/page-heading.tsx";

/** One page for a case that never was, one of another unit and one of another authority. */
export function CaseNotFound() {
  const { t, errorSentence } = useI18n();
  return (
    <div className="page-width py-10 sm:py-16">
      <PageHeading lead={errorSentence("case.not-found")}>{t("office.caseNotFound")}</PageHeading>
      <p className="mt-8">
        <RouteButton href={paths.inbox}>{t("office.back")}</RouteButton>
      </p>
    </div>
  );
}

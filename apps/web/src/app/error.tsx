"use client";

import { useI18n } from "../i18n/client.tsx";
import { Button } from "../ui/button.tsx";
import { PageHeading } from "../ui/page-heading.tsx";

export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const { t } = useI18n();
  return (
    <div className="page-width py-12 sm:py-20">
      {/* For a page that has failed before it could say its own. */}
      <title>{`${t("crash.title")} – ${t("site.name")}`}</title>
      <PageHeading lead={t("crash.text")}>{t("crash.title")}</PageHeading>
      <div className="mt-8 flex flex-wrap items-center gap-5">
        <Button onClick={retry}>{t("common.retry")}</Button>
        {error.digest && <p className="text-muted text-sm">{t("common.errorNumber", { number: error.digest })}</p>}
      </div>
    </div>
  );
}

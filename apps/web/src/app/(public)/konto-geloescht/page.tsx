import type { Metadata } from "next";
import { RouteButton } from "../../../components/route-link.tsx";
import { getI18n } from "../../../i18n/server.ts";
import { paths } from "../../../lib/paths.ts";
import { PageHeading } from "../../../ui/page-heading.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("deleteAccount.done") };
}

/** Where somebody stands who has no account any more. It says what is true for everybody who opens it. */
export default async function AccountDeletedPage() {
  const { t } = await getI18n();
  return (
    <div className="page-width grid max-w-[52rem] gap-8 py-10 sm:py-16">
      <PageHeading lead={t("deleteAccount.doneText")}>{t("deleteAccount.done")}</PageHeading>
      <p className="max-w-prose">{t("deleteAccount.doneAgain")}</p>
      <div>
        <RouteButton href={paths.start}>{t("deleteAccount.toStart")}</RouteButton>
      </div>
    </div>
  );
}

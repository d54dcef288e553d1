import type { Metadata } from "next";
import { RouteButton } from "../components/route-link.tsx";
import { getI18n } from "../i18n/server.ts";
import { paths } from "../lib/paths.ts";
import { PageHeading } from "../ui/page-heading.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("notFound.title") };
}

export default async function NotFound() {
  const { t } = await getI18n();
  return (
    <div className="page-width py-12 sm:py-20">
      <PageHeading lead={t("notFound.text")}>{t("notFound.title")}</PageHeading>
      <div className="mt-8">
        <RouteButton href={paths.start}>{t("common.toStart")}</RouteButton>
      </div>
    </div>
  );
}

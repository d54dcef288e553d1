import type { Metadata } from "next";
import { ServiceList } from "../../../components/services/service-list.tsx";
import { getI18n } from "../../../i18n/server.ts";
import { paths } from "../../../lib/paths.ts";
import { PageHeading } from "../../../ui/page-heading.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("pages.services.title") };
}

export default async function ServicesPage() {
  const { t } = await getI18n();
  return (
    <div className="page-width py-10 sm:py-16">
      <PageHeading lead={t("pages.services.lead")}>{t("pages.services.title")}</PageHeading>
      <div className="mt-10">
        <ServiceList Heading="h2" here={paths.services} />
      </div>
    </div>
  );
}

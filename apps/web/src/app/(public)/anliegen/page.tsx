import type { Metadata } from "next";
import { ServiceFinder } from "../../../components/services/find/service-finder.tsx";
import { ServiceOverview } from "../../../components/services/service-overview.tsx";
import { getI18n } from "../../../i18n/server.ts";
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
      <div className="mt-8 max-w-[52rem]">
        <ServiceFinder />
      </div>
      <section id="alle-anliegen" className="mt-14">
        <h2 className="mb-8 text-2xl">{t("pages.services.all")}</h2>
        <ServiceOverview />
      </section>
    </div>
  );
}

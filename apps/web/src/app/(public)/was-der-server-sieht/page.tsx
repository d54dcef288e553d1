import type { Metadata } from "next";
import { ProsePage, ProseSection } from "../../../components/prose-page.tsx";
import { getI18n } from "../../../i18n/server.ts";
import { SeenTable } from "./_components/seen-table.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("pages.serverSees.title") };
}

export default async function ServerSeesPage() {
  const { t } = await getI18n();
  return (
    <ProsePage title={t("pages.serverSees.title")} lead={t("pages.serverSees.lead")}>
      <SeenTable />
      <ProseSection title={t("pages.serverSees.limitsTitle")}>
        <p>{t("pages.serverSees.limitsCode")}</p>
        <p>{t("pages.serverSees.limitsMalware")}</p>
        <p>{t("pages.serverSees.limitsDevice")}</p>
      </ProseSection>
    </ProsePage>
  );
}

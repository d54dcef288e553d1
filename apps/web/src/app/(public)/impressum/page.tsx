import type { Metadata } from "next";
import { ProsePage, ProseSection } from "../../../components/prose-page.tsx";
import { getI18n } from "../../../i18n/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("pages.imprint.title") };
}

export default async function ImprintPage() {
  const { t } = await getI18n();
  return (
    <ProsePage title={t("pages.imprint.title")} lead={t("pages.imprint.lead")}>
      <ProseSection title={t("pages.imprint.demoTitle")}>
        <p>{t("pages.imprint.demoText")}</p>
      </ProseSection>
      <ProseSection title={t("pages.imprint.operatorTitle")}>
        <p>{t("pages.imprint.operatorText")}</p>
      </ProseSection>
      <ProseSection title={t("pages.imprint.designTitle")}>
        <p>{t("pages.imprint.designText")}</p>
      </ProseSection>
    </ProsePage>
  );
}

import type { Metadata } from "next";
import { ProsePage, ProseSection } from "../../../components/prose-page.tsx";
import { getI18n } from "../../../i18n/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("pages.accessibility.title") };
}

export default async function AccessibilityPage() {
  const { t } = await getI18n();
  return (
    <ProsePage title={t("pages.accessibility.title")} lead={t("pages.accessibility.lead")}>
      <ProseSection title={t("pages.accessibility.standardTitle")}>
        <p>{t("pages.accessibility.standardText")}</p>
      </ProseSection>
      <ProseSection title={t("pages.accessibility.gapsTitle")}>
        <p>{t("pages.accessibility.gapsText")}</p>
      </ProseSection>
      <ProseSection id="barriere-melden" title={t("pages.accessibility.reportTitle")}>
        <p>{t("pages.accessibility.reportText")}</p>
      </ProseSection>
    </ProsePage>
  );
}

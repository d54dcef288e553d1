import type { Metadata } from "next";
import { ProsePage, ProseSection } from "../../../components/prose-page.tsx";
import { getI18n } from "../../../i18n/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("pages.privacy.title") };
}

export default async function PrivacyPage() {
  const { t } = await getI18n();
  return (
    <ProsePage title={t("pages.privacy.title")} lead={t("pages.privacy.lead")}>
      <ProseSection title={t("pages.privacy.storedTitle")}>
        <p>{t("pages.privacy.storedText")}</p>
      </ProseSection>
      <ProseSection title={t("pages.privacy.deviceTitle")}>
        <p>{t("pages.privacy.deviceText")}</p>
      </ProseSection>
      <ProseSection title={t("pages.privacy.thirdTitle")}>
        <p>{t("pages.privacy.thirdText")}</p>
      </ProseSection>
      <ProseSection title={t("pages.privacy.operatorTitle")}>
        <p>{t("pages.privacy.operatorText")}</p>
      </ProseSection>
    </ProsePage>
  );
}

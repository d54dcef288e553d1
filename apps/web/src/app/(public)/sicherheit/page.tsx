import type { Metadata } from "next";
import { DirectLine } from "../../../components/direct-line.tsx";
import { ProsePage, ProseSection } from "../../../components/prose-page.tsx";
import { RouteLink } from "../../../components/route-link.tsx";
import { getI18n } from "../../../i18n/server.ts";
import { paths } from "../../../lib/paths.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("pages.security.title") };
}

export default async function SecurityPage() {
  const { t } = await getI18n();
  return (
    <ProsePage title={t("pages.security.title")} lead={t("pages.security.lead")}>
      <DirectLine title={t("start.pictureAlt")} className="w-full rounded-card bg-paper p-4 sm:p-8" />
      {(["keys", "check", "receipt", "loss"] as const).map((topic) => (
        <ProseSection key={topic} title={t(`pages.security.${topic}Title`)}>
          <p>{t(`pages.security.${topic}Text`)}</p>
        </ProseSection>
      ))}
      <ProseSection title={t("pages.security.limitsTitle")}>
        <p>{t("pages.security.limitsText")}</p>
        <p>
          <RouteLink href={paths.serverSees}>{t("pages.serverSees.title")}</RouteLink>
        </p>
      </ProseSection>
      <ProseSection title={t("pages.security.weaknessTitle")}>
        <p>{t("pages.security.weaknessText")}</p>
        <p>
          <RouteLink href={paths.reportWeakness}>{t("pages.weakness.title")}</RouteLink>
        </p>
      </ProseSection>
    </ProsePage>
  );
}

import type { Metadata } from "next";
import { ProsePage, ProseSection } from "../../../components/prose-page.tsx";
import { getI18n } from "../../../i18n/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("pages.help.title") };
}

const questions = ["send", "arrived", "answer", "device", "lost"] as const;

export default async function HelpPage() {
  const { t } = await getI18n();
  return (
    <ProsePage title={t("pages.help.title")} lead={t("pages.help.lead")}>
      {questions.map((name) => (
        <ProseSection key={name} title={t(`pages.help.questions.${name}.question`)}>
          <p>{t(`pages.help.questions.${name}.answer`)}</p>
        </ProseSection>
      ))}
    </ProsePage>
  );
}

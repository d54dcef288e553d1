import type { Metadata } from "next";
import { readService } from "../../../../../components/services/read-service.ts";
import { getI18n } from "../../../../../i18n/server.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { PreCheck } from "./_components/pre-check.tsx";

type PreCheckPageProps = PageProps<"/anliegen/[slug]/vorab">;

export async function generateMetadata({ params }: PreCheckPageProps): Promise<Metadata> {
  const { t } = await getI18n();
  const { title } = await readService((await params).slug);
  return { title: t("services.check.pageTitle", { service: title }) };
}

export default async function PreCheckPage({ params }: PreCheckPageProps) {
  const { t } = await getI18n();
  const service = await readService((await params).slug);
  return (
    <div className="page-width py-8 sm:py-12">
      <div data-without-script>
        <h1 className="mb-8 text-3xl">{service.title}</h1>
        <Alert tone="warning" title={t("services.check.noScriptTitle")}>
          {t("services.check.noScriptText")}
        </Alert>
      </div>
      <div data-needs-script>
        <PreCheck service={service} />
      </div>
    </div>
  );
}

import { DirectLine } from "../../components/direct-line.tsx";
import { RouteButton, RouteLink } from "../../components/route-link.tsx";
import { ServiceList } from "../../components/services/service-list.tsx";
import { getI18n } from "../../i18n/server.ts";
import { paths } from "../../lib/paths.ts";
import { ArrowIcon } from "../../ui/icons.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { HowItWorks } from "./_components/how-it-works.tsx";
import { Promises } from "./_components/promises.tsx";

export default async function StartPage() {
  const { t } = await getI18n();
  return (
    <>
      <section className="bg-paper">
        <div className="page-width grid items-center gap-x-14 gap-y-8 py-10 sm:py-16 lg:grid-cols-[1fr_1.1fr] lg:py-20">
          <div>
            <p className="inline-block text-balance rounded-card border border-edge px-3.5 py-1.5 text-muted text-sm">
              {t("site.demoLong")}
            </p>
            <h1 tabIndex={-1} className="mt-5 text-4xl">
              {t("start.title")}
            </h1>
            <p className="mt-5 max-w-prose text-lg text-muted">{t("start.lead")}</p>
            <div className="mt-8 flex flex-wrap gap-3">
              <RouteButton href={paths.services} icon={<ArrowIcon className="size-5" />}>
                {t("start.choose")}
              </RouteButton>
              <LinkButton href="#so-funktioniert-es" variant="secondary">
                {t("start.how")}
              </LinkButton>
            </div>
          </div>
          <DirectLine title={t("start.pictureAlt")} className="w-full" />
        </div>
      </section>
      <section className="page-width py-12 sm:py-20">
        <h2 className="mb-6 text-2xl">{t("services.title")}</h2>
        <ServiceList Heading="h3" here={paths.start} />
      </section>
      <Promises />
      <HowItWorks />
      <section className="page-width grid gap-x-14 gap-y-3 py-12 sm:py-20 lg:grid-cols-2">
        <h2 className="text-2xl">{t("start.honestTitle")}</h2>
        <div className="max-w-prose">
          <p className="text-lg">{t("start.honestText")}</p>
          <p className="mt-4">
            <RouteLink href={paths.serverSees}>{t("start.honestLink")}</RouteLink>
          </p>
        </div>
      </section>
    </>
  );
}

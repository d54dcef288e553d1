import { DirectLine } from "../../components/direct-line.tsx";
import { RouteLink } from "../../components/route-link.tsx";
import { ServiceFinder } from "../../components/services/find/service-finder.tsx";
import { getI18n } from "../../i18n/server.ts";
import { paths } from "../../lib/paths.ts";
import { HowItWorks } from "./_components/how-it-works.tsx";
import { Promises } from "./_components/promises.tsx";
import { Situations } from "./_components/situations.tsx";

export default async function StartPage() {
  const { t } = await getI18n();
  return (
    <>
      <section className="bg-paper">
        <div className="page-width grid items-center gap-x-14 gap-y-8 py-8 sm:py-14 lg:grid-cols-[1.25fr_1fr]">
          <div>
            <p className="inline-block text-balance rounded-card border border-edge px-3.5 py-1.5 text-muted text-sm">
              {t("site.demoLong")}
            </p>
            <h1 tabIndex={-1} className="mt-5 text-4xl">
              {t("start.title")}
            </h1>
            <p className="mt-4 max-w-prose text-lg text-muted">{t("start.lead")}</p>
          </div>
          <DirectLine title={t("start.pictureAlt")} className="hidden w-full lg:block" />
          <div className="max-w-[52rem] lg:col-span-2">
            <ServiceFinder />
            <p className="mt-6 text-muted">{t("start.byPhone")}</p>
          </div>
        </div>
      </section>
      <Situations />
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

import type { Metadata } from "next";
import { readService } from "../../../../components/services/read-service.ts";
import { RouteButton, RouteLink } from "../../../../components/route-link.tsx";
import { getI18n } from "../../../../i18n/server.ts";
import { paths } from "../../../../lib/paths.ts";
import { ArrowIcon } from "../../../../ui/icons.tsx";
import { PageHeading } from "../../../../ui/page-heading.tsx";
import { EvidenceChecklist } from "./_components/evidence-checklist.tsx";
import { ServiceFacts } from "./_components/service-facts.tsx";
import { ServicePlace } from "./_components/service-place.tsx";

type ServicePageProps = PageProps<"/anliegen/[slug]">;

export async function generateMetadata({ params }: ServicePageProps): Promise<Metadata> {
  const { title, summary } = await readService((await params).slug);
  return { title, description: summary };
}

/** Everything about a service before anybody signs in; without scripts it is all there but the office of the place. */
export default async function ServicePage({ params }: ServicePageProps) {
  const { t } = await getI18n();
  const service = await readService((await params).slug);
  const { key, slug, title, summary, forWhom, evidence, steps } = service;
  return (
    <div className="page-width py-8 sm:py-12">
      <p className="mb-4">
        <RouteLink href={paths.services}>{t("services.page.all")}</RouteLink>
      </p>
      <PageHeading lead={summary}>{title}</PageHeading>
      <div className="mt-8 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <div className="grid content-start gap-10">
          <p>
            <RouteButton
              href={paths.preCheck(slug)}
              icon={<ArrowIcon className="size-5" />}
              className="w-full sm:w-auto"
            >
              {t("services.page.start")}
            </RouteButton>
          </p>
          <section>
            <h2 className="text-xl">{t("services.page.forWhom")}</h2>
            <p className="mt-2 max-w-prose">{forWhom}</p>
          </section>
          <section>
            <h2 className="text-xl">{t("services.page.need")}</h2>
            {evidence.length === 0 ? (
              <p className="mt-2">{t("services.needNothing")}</p>
            ) : (
              <EvidenceChecklist slug={slug} evidence={evidence} />
            )}
          </section>
          <section>
            <h2 className="text-xl">{t("services.page.steps")}</h2>
            <ol className="mt-4 grid max-w-prose gap-3">
              {steps.map((step, index) => (
                <li key={step} className="grid grid-cols-[auto_1fr] gap-4">
                  <span
                    aria-hidden="true"
                    className="grid size-8 place-items-center rounded-full border-2 border-seal font-semibold text-sm"
                  >
                    {index + 1}
                  </span>
                  <span className="mt-0.5">{step}</span>
                </li>
              ))}
            </ol>
          </section>
        </div>
        <aside className="grid content-start gap-8">
          <ServiceFacts service={service} />
          <section data-needs-script>
            <h2 className="mb-4 text-xl">{t("services.page.where")}</h2>
            <ServicePlace serviceKey={key} />
          </section>
        </aside>
      </div>
    </div>
  );
}

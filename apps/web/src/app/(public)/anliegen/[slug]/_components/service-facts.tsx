import type { ServiceDetails } from "../../../../../components/services/describe-service.ts";
import { getI18n } from "../../../../../i18n/server.ts";

/** Cost, duration, way and login as headings and text: nothing to unfold. */
export async function ServiceFacts({ service }: { service: ServiceDetails }) {
  const { t } = await getI18n();
  const { channels, cost, targetDays, needsLevel, key, legalBasis } = service;
  const facts = [
    { name: t("services.page.cost"), text: cost },
    {
      name: t("services.page.duration"),
      text: targetDays === null ? t("services.byAppointment") : t("services.target", { days: targetDays }),
    },
    { name: t("services.page.way"), text: channels.map((way) => t(`services.page.ways.${way}`)).join(" ") },
    { name: t("services.page.login"), text: t(`services.level.${needsLevel}`) },
  ];
  return (
    <section data-area className="rounded-card bg-paper p-5 sm:p-6">
      <h2 className="text-xl">{t("services.page.facts")}</h2>
      <dl className="mt-4 grid gap-4">
        {facts.map(({ name, text }) => (
          <div key={name}>
            <dt className="text-muted text-sm">{name}</dt>
            <dd className="font-semibold">{text}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-5 text-muted text-sm">
        {t("services.page.legalBasis", { law: legalBasis })}
        <br />
        {t("services.page.key", { key })}
      </p>
    </section>
  );
}

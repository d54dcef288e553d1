import { lifeSituations } from "@dvd/domain/service/service";
import { getI18n } from "../../i18n/server.ts";
import { paths } from "../../lib/paths.ts";
import { bridge } from "../../server/bridge.ts";
import { Alert } from "../../ui/alert.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { RouteLink } from "../route-link.tsx";
import { inLanguage, type Service } from "./service.ts";

/** All services by what happens in a life, for people who would rather look than search; it needs no scripts. */
export async function ServiceOverview() {
  const { t, locale } = await getI18n();
  const answer = await bridge()
    .listServices()
    // That the database is away is for the health check to report; a reader can only try again.
    .catch(() => null);

  if (!answer)
    return (
      <Alert
        tone="danger"
        title={t("services.failedTitle")}
        actions={
          <LinkButton href={paths.services} variant="secondary">
            {t("services.reload")}
          </LinkButton>
        }
      >
        {t("services.failedText")}
      </Alert>
    );
  const services = inLanguage(answer, locale);
  if (services.length === 0) return <EmptyState text={t("services.empty")} />;
  return (
    <div className="grid gap-12">
      {lifeSituations.map((situation) => {
        const here = services.filter(({ situations }) => situations.includes(situation));
        if (here.length === 0) return null;
        return (
          <section key={situation} id={situation}>
            <h3 className="text-xl">{t(`services.situations.${situation}.title`)}</h3>
            <ul className="mt-4 grid gap-x-10 md:grid-cols-2">
              {here.map((service) => (
                <ServiceLine key={service.slug} service={service} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

const ServiceLine = ({ service: { slug, title, summary } }: { service: Service }) => (
  <li className="border-line border-t py-3">
    <RouteLink href={paths.service(slug)} className="link inline-block py-1 font-semibold text-lg">
      {title}
    </RouteLink>
    <p className="text-muted">{summary}</p>
  </li>
);

import { getI18n } from "../../i18n/server.ts";
import { bridge } from "../../server/bridge.ts";
import { Alert } from "../../ui/alert.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { inLanguage } from "./service.ts";
import { ServiceFinder } from "./service-finder.tsx";

type ServiceListProps = { Heading: "h2" | "h3"; here: string };

/** All services in the reader's language. A list that fails leaves the rest of its page standing. */
export async function ServiceList({ Heading, here }: ServiceListProps) {
  const { t, locale } = await getI18n();
  const answer = await bridge()
    .listServices()
    // That the database is away is for the health check to report; a reader can only try again.
    .catch(() => null);

  if (!answer) {
    return (
      <Alert
        tone="danger"
        title={t("services.failedTitle")}
        actions={
          <LinkButton href={here} variant="secondary">
            {t("services.reload")}
          </LinkButton>
        }
      >
        {t("services.failedText")}
      </Alert>
    );
  }
  const services = inLanguage(answer, locale);
  if (services.length === 0) return <EmptyState text={t("services.empty")} />;
  return <ServiceFinder services={services} Heading={Heading} />;
}

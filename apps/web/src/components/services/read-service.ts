import "server-only";
import { notFound } from "next/navigation";
import { getI18n } from "../../i18n/server.ts";
import { bridge } from "../../server/bridge.ts";
import { describeService, type ServiceDetails } from "./describe-service.ts";

/** The service of an address, in the reader's language; an address that no service has is a page that does not exist. */
export async function readService(slug: string): Promise<ServiceDetails> {
  const { locale } = await getI18n();
  const { services } = await bridge().listServices();
  const found = services.find((service) => service.slug === slug);
  return (found && describeService(found, locale)) ?? notFound();
}

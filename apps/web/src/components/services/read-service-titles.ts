import "server-only";
import { getI18n } from "../../i18n/server.ts";
import { bridge } from "../../server/bridge.ts";
import { type ServiceTitles, serviceTitles } from "./service-titles.ts";

/** Titles for the keys in a list of cases. Without them the list still works, with the bare keys. */
export async function readServiceTitles(): Promise<ServiceTitles> {
  const { locale } = await getI18n();
  const answer = await bridge()
    .listServices()
    .catch(() => null);
  return answer ? serviceTitles(answer, locale) : {};
}

import type { ServicesAnswer } from "../../crypto/wire-types.ts";
import type { Locale } from "../../i18n/locales.ts";
import { versions } from "./service.ts";

/** What a case is about, by the key that stands in its line of a list. */
export type ServiceTitles = Readonly<Record<string, string>>;

export const serviceTitles = ({ services }: ServicesAnswer, locale: Locale): ServiceTitles =>
  Object.fromEntries(services.map(({ key, title }) => [key, title[versions[locale]]]));

import "server-only";
import { cookies } from "next/headers";
import type { TextKey } from "./index.ts";
import { translator } from "./index.ts";
import { defaultLocale, dictionaries, isLocale } from "./locales.ts";

export const localeCookie = "dvd-locale";

/** Language of this request, with its texts. */
export async function getI18n() {
  const wanted = (await cookies()).get(localeCookie)?.value;
  const locale = isLocale(wanted) ? wanted : defaultLocale;
  const dictionary = dictionaries[locale];
  return { locale, dictionary, t: translator<TextKey>(dictionary) };
}

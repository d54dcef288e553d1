import type { Fault } from "@dvd/domain/form/validate";
import { useI18n } from "../../i18n/client.tsx";

/** What to do about an answer, in words. */
export function useFaultText() {
  const { t, locale } = useI18n();
  const number = (value: number | undefined) => value?.toLocaleString(locale === "en" ? "en-GB" : "de-DE") ?? "";
  return ({ code, field, limits }: Fault) => {
    const [, part] = field.split(".");
    const isPart =
      part === "given" || part === "family" || part === "street" || part === "postalCode" || part === "place";
    return t(`form.fault.${code}`, {
      min: number(limits?.min),
      max: number(limits?.max),
      part: isPart ? t(`form.part.${part}`) : "",
    });
  };
}

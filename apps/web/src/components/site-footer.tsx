import { getI18n } from "../i18n/server.ts";
import { localeNames, locales } from "../i18n/locales.ts";
import { chooseLocale, chooseTheme } from "../lib/choose-preference.ts";
import { paths } from "../lib/paths.ts";
import { getTheme, type Theme, themes } from "../lib/preferences.ts";
import { ChoiceForm } from "./choice-form.tsx";
import { RouteLink } from "./route-link.tsx";

const quiet =
  "inline-flex min-h-11 items-center text-text underline decoration-line underline-offset-4 hover:decoration-current";

const themeTexts = {
  auto: "footer.themeAuto",
  light: "footer.themeLight",
  dark: "footer.themeDark",
} as const satisfies Record<Theme, string>;

export async function SiteFooter() {
  const { t, locale } = await getI18n();
  const theme = await getTheme();
  return (
    <footer data-print="no" className="mt-auto border-line border-t bg-paper text-sm">
      <div className="page-width grid gap-8 py-10 lg:grid-cols-[1fr_auto]">
        <nav aria-label={t("footer.navigation")}>
          <ul className="grid gap-x-8 sm:grid-cols-2 lg:grid-cols-3">
            {(
              [
                "serverSees",
                "security",
                "checkReceipt",
                "accessibility",
                "reportBarrier",
                "privacy",
                "imprint",
              ] as const
            ).map((name) => (
              <li key={name}>
                <RouteLink href={paths[name]} className={quiet}>
                  {t(`footer.${name}`)}
                </RouteLink>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid content-start gap-4">
          <ChoiceForm
            action={chooseLocale}
            name="locale"
            legend={t("footer.language")}
            chosenText={t("footer.chosen")}
            options={locales.map((value) => ({
              value,
              text: localeNames[value],
              lang: value,
              isChosen: value === locale,
            }))}
          />
          <ChoiceForm
            action={chooseTheme}
            name="theme"
            legend={t("footer.theme")}
            chosenText={t("footer.chosen")}
            options={themes.map((value) => ({ value, text: t(themeTexts[value]), isChosen: value === theme }))}
          />
        </div>
      </div>
      <div className="border-line border-t">
        <p className="page-width py-4 text-muted">
          {t("site.name")} · {t("site.demoLong")}
        </p>
      </div>
    </footer>
  );
}

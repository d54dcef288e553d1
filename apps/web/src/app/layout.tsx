import "../styles/kern.scss";
import "../styles/globals.css";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { FocusOnNavigation } from "../components/focus-on-navigation.tsx";
import { SiteFooter } from "../components/site-footer.tsx";
import { ViewerHeader } from "../components/header/viewer-header.tsx";
import { I18nProvider } from "../i18n/client.tsx";
import { getI18n } from "../i18n/server.ts";
import { getTheme } from "../lib/preferences.ts";
import { fira } from "../styles/fonts.ts";
import { LiveRegion } from "../ui/live-region.tsx";
import { SkipLink } from "../ui/skip-link.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return {
    title: { default: t("site.name"), template: `%s – ${t("site.name")}` },
    description: t("site.description"),
    // A date or a reference must not turn into a link that a phone offers to call.
    formatDetection: { telephone: false, date: false, address: false, email: false },
    robots: { index: false },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#0b0d14" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { locale, dictionary, t } = await getI18n();
  const theme = await getTheme();
  const { pages: _, ...browserDictionary } = dictionary;
  return (
    <html lang={locale} data-kern-theme={theme === "auto" ? undefined : theme} className={fira.variable}>
      <body>
        <SkipLink target="inhalt">{t("header.skip")}</SkipLink>
        <I18nProvider locale={locale} dictionary={browserDictionary}>
          <LiveRegion>
            <FocusOnNavigation />
            <ViewerHeader />
            <main id="inhalt" className="flex-1">
              {children}
            </main>
            <SiteFooter />
          </LiveRegion>
        </I18nProvider>
      </body>
    </html>
  );
}

import Link from "next/link";
import type { ReactNode } from "react";
import { getI18n } from "../i18n/server.ts";
import { paths } from "../lib/paths.ts";
import { Logo } from "./logo.tsx";
import { NavLink } from "./nav-link.tsx";
import { RouteButton } from "./route-link.tsx";

type SiteHeaderProps = {
  /** What belongs to whoever is signed in; without it, the way to sign in. */
  account?: ReactNode;
  /** Navigation of the area, where it differs from the citizens' one. */
  navigation?: ReactNode;
};

export async function SiteHeader({ account, navigation }: SiteHeaderProps) {
  const { t } = await getI18n();
  return (
    <header data-print="no" className="border-line border-b bg-page">
      <div className="page-width flex flex-wrap items-center gap-x-8 gap-y-1 py-3">
        <Link
          href={paths.start}
          aria-label={t("header.home")}
          className="mr-auto flex min-h-11 items-center gap-3 text-text no-underline"
        >
          <Logo className="h-8 w-10" />
          <span className="font-semibold text-lg tracking-tight">{t("site.name")}</span>
        </Link>
        <nav
          aria-label={t("header.navigation")}
          className="order-last flex w-full flex-wrap gap-x-6 text-sm sm:order-none sm:w-auto"
        >
          {navigation ?? (
            <>
              <NavLink href={paths.services}>{t("header.services")}</NavLink>
              <NavLink href={paths.cases}>{t("header.cases")}</NavLink>
              <NavLink href={paths.help}>{t("header.help")}</NavLink>
            </>
          )}
        </nav>
        {account ?? (
          <RouteButton href={paths.signIn} variant="secondary" className="px-4 text-sm">
            {t("header.signIn")}
          </RouteButton>
        )}
      </div>
    </header>
  );
}

import type { Route } from "next";
import { RouteLink } from "../../../components/route-link.tsx";
import { getI18n } from "../../../i18n/server.ts";
import { paths } from "../../../lib/paths.ts";
import { ArrowIcon } from "../../../ui/icons.tsx";

const shown = ["moving", "family", "building", "money"] as const;
const anchor = (situation: (typeof shown)[number]): Route => `${paths.services}#${situation}`;

/** Four doors for people who do not know what their request is called. */
export async function Situations() {
  const { t } = await getI18n();
  return (
    <section className="page-width py-12 sm:py-16">
      <h2 className="text-2xl">{t("services.title")}</h2>
      <ul className="mt-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {shown.map((situation) => (
          <li
            key={situation}
            data-area
            className="relative grid content-start gap-1.5 rounded-card border border-line bg-raised p-5 hover:border-action"
          >
            <h3 className="flex items-center justify-between gap-3 text-xl">
              <RouteLink href={anchor(situation)} className="link after:absolute after:inset-0 after:rounded-card">
                {t(`services.situations.${situation}.title`)}
              </RouteLink>
              <ArrowIcon className="size-6 text-action" />
            </h3>
            <p className="text-muted">{t(`services.situations.${situation}.text`)}</p>
          </li>
        ))}
      </ul>
      <p className="mt-6">
        <RouteLink href={paths.services}>{t("start.allServices")}</RouteLink>
      </p>
    </section>
  );
}

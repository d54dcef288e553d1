import type { Place } from "@dvd/domain/routing/place";
import type { ListedService } from "@dvd/domain/search/directory-file";
import type { Hit } from "@dvd/domain/search/rank";
import type { Responsible } from "@dvd/domain/search/responsible-office";
import { useI18n } from "../../../i18n/client.tsx";
import { paths } from "../../../lib/paths.ts";
import type { LoadedDirectory } from "../../../lib/place/load-directory.ts";
import { responsibleIn } from "../../../lib/place/responsible-in.ts";
import { ArrowIcon, OfficeIcon } from "../../../ui/icons.tsx";
import { RouteLink } from "../../route-link.tsx";

type HitListProps = {
  title: string;
  hits: readonly Hit<ListedService>[];
  file: LoadedDirectory;
  places: readonly Place[];
};

export function HitList({ title, hits, file, places }: HitListProps) {
  return (
    <section>
      <h3 className="text-xl">{title}</h3>
      <ul className="mt-4 grid gap-4">
        {hits.map(({ entry }) => (
          <li key={entry.slug}>
            <HitCard service={entry} responsible={responsibleIn(file, entry.key, places)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type HitCardProps = { service: ListedService; responsible: Responsible | null };

function HitCard({ service: { slug, title, summary, targetDays }, responsible }: HitCardProps) {
  const { t } = useI18n();
  return (
    <div
      data-area
      className="relative grid grid-cols-[1fr_auto] items-start gap-x-4 rounded-card border border-line bg-raised p-5 hover:border-action"
    >
      <div className="min-w-0">
        <h4 className="font-semibold text-lg">
          {/* The whole card can be pressed, and its name is the service alone. */}
          <RouteLink href={paths.service(slug)} className="link after:absolute after:inset-0 after:rounded-card">
            {title}
          </RouteLink>
        </h4>
        <p className="mt-1">{summary}</p>
        {responsible && <Office responsible={responsible} />}
        <p className="mt-2 text-muted text-sm">
          {targetDays === null ? t("services.byAppointmentShort") : t("services.targetShort", { days: targetDays })}
        </p>
      </div>
      <ArrowIcon className="mt-1 size-6 text-action" />
    </div>
  );
}

function Office({ responsible }: { responsible: Responsible }) {
  const { t } = useI18n();
  const sentence = () => {
    if (responsible.is === "nobody") return t("services.place.nobodyShort");
    if (responsible.is === "several") return t("services.place.severalShort");
    const { unit, authority } = responsible.office;
    return t(responsible.isClearing ? "services.place.clearingShort" : "services.place.responsibleShort", {
      unit,
      authority,
    });
  };
  return (
    <p className="mt-2 flex gap-2 font-semibold text-sm">
      <OfficeIcon className="mt-0.5 size-5 shrink-0 text-action" />
      {sentence()}
    </p>
  );
}

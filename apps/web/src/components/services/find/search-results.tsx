import type { Place } from "@dvd/domain/routing/place";
import { officesIn } from "@dvd/domain/search/responsible-office";
import type { RefObject } from "react";
import { useI18n } from "../../../i18n/client.tsx";
import { paths } from "../../../lib/paths.ts";
import type { LoadedDirectory } from "../../../lib/place/load-directory.ts";
import { OfficeIcon } from "../../../ui/icons.tsx";
import { RouteButton } from "../../route-link.tsx";
import type { Answer } from "./answer-question.ts";
import { HitList } from "./hit-list.tsx";
import { PlaceNote } from "./place-note.tsx";

type SearchResultsProps = {
  file: LoadedDirectory;
  answer: Answer;
  title: string;
  heading: RefObject<HTMLHeadingElement | null>;
};

/** The service that takes what has no name. */
const ownWords = "allgemeine-frage";

/** What fits exactly, what might, and who is there at all; and where nothing fits, another way on. */
export function SearchResults({ file, answer: { hits, place, isEmpty }, title, heading }: SearchResultsProps) {
  const { t } = useI18n();
  const places = place.is === "known" ? place.places : [];
  const exact = hits.filter(({ kind }) => kind === "exact");
  const maybe = hits.filter(({ kind }) => kind === "maybe");
  const nearby = officesIn(file, places, file.at);
  const hasOwnWords = file.services.some(({ slug }) => slug === ownWords);
  return (
    <section className="mt-10 grid gap-8" aria-labelledby="suchergebnis">
      <h2 id="suchergebnis" ref={heading} tabIndex={-1} className="text-2xl">
        {isEmpty ? t("services.find.onlyPlace") : title}
      </h2>
      <PlaceNote place={place} isConnected={nearby.length > 0} />
      {exact.length > 0 && <HitList title={t("services.find.exact")} hits={exact} file={file} places={places} />}
      {maybe.length > 0 && <HitList title={t("services.find.maybe")} hits={maybe} file={file} places={places} />}
      {!isEmpty && hits.length === 0 && (
        <div className="grid justify-items-start gap-4 rounded-card bg-paper p-5 sm:p-7">
          <p className="max-w-prose text-lg">{t("services.find.nothing")}</p>
          {hasOwnWords && <RouteButton href={paths.service(ownWords)}>{t("services.find.ownWords")}</RouteButton>}
          <a href="#alle-anliegen" className="link">
            {t("services.find.seeAll")}
          </a>
        </div>
      )}
      {nearby.length > 0 && <Nearby places={places} offices={nearby} />}
    </section>
  );
}

type NearbyProps = { places: readonly Place[]; offices: ReturnType<typeof officesIn> };

function Nearby({ places, offices }: NearbyProps) {
  const { t } = useI18n();
  const names = [...new Set(places.map(({ name }) => name))].join(", ");
  return (
    <section>
      <h3 className="text-xl">{t("services.find.nearby", { place: names })}</h3>
      <ul className="mt-3 grid gap-x-8 gap-y-2 sm:grid-cols-2">
        {offices.map(({ unitId, unit, authority }) => (
          <li key={unitId} className="flex gap-2.5">
            <OfficeIcon className="mt-0.5 size-5 shrink-0 text-action" />
            <span>
              <span className="font-semibold">{unit}</span>, {authority}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

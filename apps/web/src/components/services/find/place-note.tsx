import type { SearchPlace } from "@dvd/domain/search/read-query";
import { useI18n } from "../../../i18n/client.tsx";
import { Alert } from "../../../ui/alert.tsx";
import { NotConnected } from "../../place/not-connected.tsx";

/** What the place that was typed means for the results: missing, unknown, or without a connected office. */
export function PlaceNote({ place, isConnected }: { place: SearchPlace; isConnected: boolean }) {
  const { t } = useI18n();
  if (place.is === "none") return <p className="-mt-4 max-w-prose text-muted">{t("services.place.missing")}</p>;
  if (place.is === "unknown")
    return (
      <Alert tone="warning" title={t("services.place.unknown", { code: place.postalCode })}>
        {t("services.place.unknownText")}
      </Alert>
    );
  const [first] = place.places;
  return first && !isConnected ? <NotConnected place={first} /> : null;
}

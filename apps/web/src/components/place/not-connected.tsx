import type { Place } from "@dvd/domain/routing/place";
import { useI18n } from "../../i18n/client.tsx";
import { Alert } from "../../ui/alert.tsx";

/** A place whose authority cannot be reached here: whom to ask instead, and that it is not us. */
export function NotConnected({ place: { postalCode, name, contact } }: { place: Place }) {
  const { t } = useI18n();
  return (
    <Alert tone="warning" title={t("services.place.notConnectedTitle", { place: `${postalCode} ${name}` })}>
      <p>{t("services.place.notConnectedText")}</p>
      {contact && (
        <address className="mt-2 not-italic">
          {contact.authority}
          <br />
          {contact.address}
          <br />
          {t("services.place.phone")}{" "}
          <a href={`tel:${contact.phone.replaceAll(" ", "")}`} className="link">
            {contact.phone}
          </a>
        </address>
      )}
    </Alert>
  );
}

import type { Responsible } from "@dvd/domain/search/responsible-office";
import { useI18n } from "../../i18n/client.tsx";
import { Card } from "../../ui/card.tsx";
import { OfficeIcon } from "../../ui/icons.tsx";
import { NotConnected } from "./not-connected.tsx";

/** The answer to "who takes care of this here", with the reason that the authority has published. */
export function ResponsibleCard({ responsible }: { responsible: Exclude<Responsible, { is: "several" }> }) {
  const { t } = useI18n();
  if (responsible.is === "nobody") return <NotConnected place={responsible.place} />;
  const { office, reason, isClearing } = responsible;
  return (
    <Card className="flex gap-4">
      <OfficeIcon className="mt-1 size-7 shrink-0 text-action" />
      <div className="min-w-0">
        <p className="text-muted text-sm">{t(isClearing ? "services.place.clearing" : "services.place.responsible")}</p>
        <p className="mt-0.5 font-semibold text-xl">{office.unit}</p>
        <p>{office.authority}</p>
        <p className="mt-2 text-muted text-sm">{isClearing ? t("services.place.clearingText") : reason}</p>
      </div>
    </Card>
  );
}

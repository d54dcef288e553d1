import { tenantCan } from "@dvd/domain/tenant/policy";
import type { Metadata } from "next";
import { requireViewer } from "../../../../auth/viewer.ts";
import { KeysGate } from "../../../../components/keys/keys-gate.tsx";
import { RecusalsCard } from "../../../../components/recusals/recusals-card.tsx";
import { getI18n } from "../../../../i18n/server.ts";
import { paths } from "../../../../lib/paths.ts";
import { OwnUnits } from "./_components/own-units.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("colleagues.title") };
}

export default async function OwnUnitsPage() {
  const actor = await requireViewer("official", paths.unit);
  return (
    <KeysGate kind="official">
      <OwnUnits>{tenantCan("seeRecusals", actor) === true && <RecusalsCard />}</OwnUnits>
    </KeysGate>
  );
}

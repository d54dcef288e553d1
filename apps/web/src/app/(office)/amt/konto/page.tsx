import type { Metadata } from "next";
import { requireViewer } from "../../../../auth/viewer.ts";
import { getI18n } from "../../../../i18n/server.ts";
import { paths } from "../../../../lib/paths.ts";
import { OfficeAccount } from "./_components/office-account.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("account.title") };
}

/** Not behind the gate of the keys: auditors have none, and a lost device is signed out without them. */
export default async function OfficeAccountPage() {
  const actor = await requireViewer("official", paths.officeAccount);
  return <OfficeAccount hasUnit={actor.unitIds.length > 0} />;
}

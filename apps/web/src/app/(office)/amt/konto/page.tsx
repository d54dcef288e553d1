import type { Metadata } from "next";
import { requireViewer } from "../../../../auth/viewer.ts";
import { KeysGate } from "../../../../components/keys/keys-gate.tsx";
import { getI18n } from "../../../../i18n/server.ts";
import { paths } from "../../../../lib/paths.ts";
import { OfficeAccount } from "./_components/office-account.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("account.title") };
}

export default async function OfficeAccountPage() {
  await requireViewer("official", paths.officeAccount);
  return (
    <KeysGate kind="official">
      <OfficeAccount />
    </KeysGate>
  );
}

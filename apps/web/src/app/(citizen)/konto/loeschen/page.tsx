import type { Metadata } from "next";
import { requireViewer } from "../../../../auth/viewer.ts";
import { KeysGate } from "../../../../components/keys/keys-gate.tsx";
import { getI18n } from "../../../../i18n/server.ts";
import { paths } from "../../../../lib/paths.ts";
import { DeleteAccount } from "./_components/delete-account.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("deleteAccount.title") };
}

export default async function DeleteAccountPage() {
  await requireViewer("citizen", paths.deleteAccount);
  return (
    <KeysGate kind="citizen">
      <DeleteAccount />
    </KeysGate>
  );
}

import type { Metadata } from "next";
import { requireViewer } from "../../../auth/viewer.ts";
import { KeysGate } from "../../../components/keys/keys-gate.tsx";
import { readServiceTitles } from "../../../components/services/read-service-titles.ts";
import { getI18n } from "../../../i18n/server.ts";
import { paths } from "../../../lib/paths.ts";
import { Account } from "./_components/account.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("account.title") };
}

export default async function AccountPage() {
  await requireViewer("citizen", paths.account);
  const titles = await readServiceTitles();
  return (
    <KeysGate kind="citizen">
      <Account titles={titles} />
    </KeysGate>
  );
}

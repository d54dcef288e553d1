import type { Metadata } from "next";
import { requireViewer } from "../../../auth/viewer.ts";
import { KeysGate } from "../../../components/keys/keys-gate.tsx";
import { readServiceTitles } from "../../../components/services/read-service-titles.ts";
import { getI18n } from "../../../i18n/server.ts";
import { paths } from "../../../lib/paths.ts";
import { Inbox } from "./_components/inbox.tsx";
import { areShortcutsOn } from "./_components/shortcuts-cookie.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("office.inboxTitle") };
}

export default async function InboxPage() {
  await requireViewer("official", paths.inbox);
  return (
    <KeysGate kind="official">
      <Inbox serviceTitles={await readServiceTitles()} areShortcutsOn={await areShortcutsOn()} />
    </KeysGate>
  );
}

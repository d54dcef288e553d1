import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireViewer } from "../../../auth/viewer.ts";
import { KeysGate } from "../../../components/keys/keys-gate.tsx";
import { readServiceTitles } from "../../../components/services/read-service-titles.ts";
import { getI18n } from "../../../i18n/server.ts";
import { officePlacesOf } from "../../../lib/office-places.ts";
import { paths } from "../../../lib/paths.ts";
import { Inbox } from "./_components/inbox.tsx";
import { areShortcutsOn } from "./_components/shortcuts-cookie.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("office.inboxTitle") };
}

export default async function InboxPage() {
  const actor = await requireViewer("official", paths.inbox);
  // Somebody who administers or audits has no cases and no keys, and comes here straight from the login.
  const [place = "inbox"] = officePlacesOf(actor);
  if (place !== "inbox") redirect(paths[place]);
  return (
    <KeysGate kind="official">
      <Inbox serviceTitles={await readServiceTitles()} areShortcutsOn={await areShortcutsOn()} />
    </KeysGate>
  );
}

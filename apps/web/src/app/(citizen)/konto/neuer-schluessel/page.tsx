import type { Metadata } from "next";
import { requireViewer } from "../../../../auth/viewer.ts";
import { getI18n } from "../../../../i18n/server.ts";
import { paths } from "../../../../lib/paths.ts";
import { NewKeys } from "./_components/new-keys.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("copies.ask.title") };
}

/** Not behind the gate of the keys: who comes here has none. */
export default async function NewKeysPage() {
  await requireViewer("citizen", paths.newKeys);
  return <NewKeys />;
}

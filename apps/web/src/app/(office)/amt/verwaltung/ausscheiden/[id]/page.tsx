import { uuidPattern } from "@dvd/domain/ids";
import { tenantCan } from "@dvd/domain/tenant/policy";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireViewer } from "../../../../../../auth/viewer.ts";
import { getI18n } from "../../../../../../i18n/server.ts";
import { paths } from "../../../../../../lib/paths.ts";
import { Leaving } from "./_components/leaving.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("leaving.title") };
}

/** For admins; everybody else is told so where the administration stands. */
export default async function LeavingPage({ params }: PageProps<"/amt/verwaltung/ausscheiden/[id]">) {
  const { id } = await params;
  const actor = await requireViewer("official", paths.leaving(id));
  if (tenantCan("seeMembers", actor) !== true || !uuidPattern.test(id)) redirect(paths.members);
  return <Leaving officialId={id} />;
}

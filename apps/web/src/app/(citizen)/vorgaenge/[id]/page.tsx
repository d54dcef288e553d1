import { uuidPattern } from "@dvd/domain/ids";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireViewer } from "../../../../auth/viewer.ts";
import { KeysGate } from "../../../../components/keys/keys-gate.tsx";
import { readOwnLabels } from "../../../../components/services/read-evidence-labels.ts";
import { readServiceTitles } from "../../../../components/services/read-service-titles.ts";
import { getI18n } from "../../../../i18n/server.ts";
import { paths } from "../../../../lib/paths.ts";
import { CaseView } from "./_components/case-view.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("case.heading") };
}

export default async function CasePage({ params }: PageProps<"/vorgaenge/[id]">) {
  const { id } = await params;
  if (!uuidPattern.test(id)) notFound();
  await requireViewer("citizen", paths.case(id));
  const [titles, evidence] = await Promise.all([readServiceTitles(), readOwnLabels()]);
  return (
    <KeysGate kind="citizen">
      <CaseView caseId={id} titles={titles} evidence={evidence} />
    </KeysGate>
  );
}

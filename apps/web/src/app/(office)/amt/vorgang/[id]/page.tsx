import { uuidPattern } from "@dvd/domain/ids";
import type { Metadata } from "next";
import { requireViewer } from "../../../../../auth/viewer.ts";
import { KeysGate } from "../../../../../components/keys/keys-gate.tsx";
import { readOfficeLabels } from "../../../../../components/services/read-evidence-labels.ts";
import { readServiceTitles } from "../../../../../components/services/read-service-titles.ts";
import { getI18n } from "../../../../../i18n/server.ts";
import { paths } from "../../../../../lib/paths.ts";
import { CaseNotFound } from "./_components/case-not-found.tsx";
import { OfficeCase } from "./_components/office-case.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("office.caseTitle") };
}

export default async function OfficeCasePage({ params }: PageProps<"/amt/vorgang/[id]">) {
  const { id } = await params;
  await requireViewer("official", paths.officeCase(id));
  // The same words as for a case of somebody else: no address tells more than another.
  if (!uuidPattern.test(id)) return <CaseNotFound />;
  return (
    <KeysGate kind="official">
      <OfficeCase caseId={id} serviceTitles={await readServiceTitles()} evidence={await readOfficeLabels()} />
    </KeysGate>
  );
}

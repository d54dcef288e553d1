import { useI18n } from "../../../../i18n/client.tsx";
import type { BrowserTextKey } from "../../../../i18n/index.ts";
import type { CaseSummary } from "../../../../lib/cases/case-summary.ts";

const words = {
  nobody: "office.assignedNobody",
  me: "office.assignedMe",
  represented: "office.assignedColleague",
  colleague: "office.assignedColleague",
} as const satisfies Record<CaseSummary["assignedTo"], BrowserTextKey>;

/** Who works on a case, as seen by the reader. */
export function Assignee({ summary: { assignedTo, representing } }: { summary: CaseSummary }) {
  const { t } = useI18n();
  return representing === null ? t(words[assignedTo]) : t("deputies.inbox", { post: representing });
}

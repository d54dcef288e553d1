import type { ServiceTitles } from "../../../../components/services/service-titles.ts";
import { useI18n } from "../../../../i18n/client.tsx";
import type { useOwnCases } from "../../../../lib/cases/use-own-cases.ts";
import { Button } from "../../../../ui/button.tsx";
import { CaseCard } from "./case-card.tsx";

export type CasesOfGroup = ReturnType<typeof useOwnCases>;

type CaseGroupListProps = { label: string; group: CasesOfGroup; titles: ServiceTitles };

/** Page by page: a list of years is fetched as far as somebody reads. */
export function CaseGroupList({ label, group, titles }: CaseGroupListProps) {
  const { t } = useI18n();
  const { cases = [], hasNextPage, fetchNextPage, isFetchingNextPage } = group;
  return (
    <>
      <ul aria-label={label} className="grid gap-4">
        {cases.map((summary) => (
          <CaseCard key={summary.caseId} summary={summary} title={titles[summary.serviceKey] ?? summary.serviceKey} />
        ))}
      </ul>
      {hasNextPage && (
        <Button
          variant="secondary"
          className="mt-6"
          busy={isFetchingNextPage ? t("cases.loadingMore") : undefined}
          onClick={() => void fetchNextPage()}
        >
          {t("cases.more")}
        </Button>
      )}
    </>
  );
}

import { useQuery } from "@tanstack/react-query";
import { keyHolder } from "../../../../../crypto/client.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { DraftState } from "../../../../../lib/drafts/merge-drafts.ts";
import { readDrafts } from "../../../../../lib/drafts/read-drafts.ts";
import { formatDate, formatTime } from "../../../../../lib/format.ts";
import { useTRPCClient } from "../../../../../lib/trpc/client.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { Button } from "../../../../../ui/button.tsx";

type DraftConflictProps = {
  accountId: string;
  hasKeys: boolean;
  draftId: string;
  onTake: (theirs: DraftState) => void;
  onInsist: (theirs: DraftState) => void;
};

/** Two versions of one draft. Neither goes away before a person has chosen. */
export function DraftConflict({ accountId, hasKeys, draftId, onTake, onInsist }: DraftConflictProps) {
  const { t, locale } = useI18n();
  const client = useTRPCClient();
  const { data: theirs } = useQuery({
    queryKey: ["draft-conflict", accountId, draftId],
    queryFn: async () => {
      const known = await readDrafts({ keys: keyHolder(), client, accountId, hasKeys });
      const found = known.find(({ newest }) => newest.draftId === draftId);
      return found?.other ?? found?.newest ?? null;
    },
    staleTime: 0,
    gcTime: 0,
    networkMode: "always",
  });
  if (!theirs) return null;
  const { changedAt } = theirs;
  return (
    <Alert
      tone="warning"
      title={t("drafts.conflictTitle")}
      actions={
        <>
          <Button variant="secondary" onClick={() => onTake(theirs)}>
            {t("drafts.conflictTheirs")}
          </Button>
          <Button variant="secondary" onClick={() => onInsist(theirs)}>
            {t("drafts.conflictMine")}
          </Button>
        </>
      }
    >
      <p>{t("drafts.conflict", { date: formatDate(changedAt, locale), time: formatTime(changedAt, locale) })}</p>
    </Alert>
  );
}

import { useEffect, useEffectEvent } from "react";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { useProblemText } from "../../../../../components/use-problem-text.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { DraftState } from "../../../../../lib/drafts/merge-drafts.ts";
import type { DraftKeeping } from "../../../../../lib/drafts/use-draft-keeper.ts";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { DraftConflict } from "./draft-conflict.tsx";

type DraftTroubleProps = {
  keeping: DraftKeeping;
  accountId: string;
  hasKeys: boolean;
  draftId: string;
  onTake: (theirs: DraftState) => void;
};

/** Why the draft is not saved, said once and shown until it is. */
export function DraftTrouble({ keeping, onTake, ...draft }: DraftTroubleProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const problemText = useProblemText();
  const failed = keeping.kept.is === "failed" ? keeping.kept : null;
  const problem = failed?.problem ?? null;
  const code = problem?.kind === "refused" ? problem.code : problem?.kind;
  const say = useEffectEvent(() => problem && announce(problemText(problem).text, "assertive"));
  useEffect(() => void (code && say()), [code]);

  if (!problem) return null;
  if (code === "draft.conflict") return <DraftConflict {...draft} onTake={onTake} onInsist={keeping.insist} />;
  const title = failed?.where === "here" ? { title: t("drafts.failedTitle") } : {};
  return <ProblemAlert problem={problem} {...title} onRetry={keeping.retry} />;
}

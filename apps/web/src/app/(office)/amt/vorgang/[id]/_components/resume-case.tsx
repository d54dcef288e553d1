"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ProblemAlert } from "../../../../../../components/problem-alert.tsx";
import { useI18n } from "../../../../../../i18n/client.tsx";
import type { CaseSummary } from "../../../../../../lib/cases/case-summary.ts";
import { caseKeys } from "../../../../../../lib/cases/query-keys.ts";
import { problemOf } from "../../../../../../lib/problem.ts";
import { useTRPCClient } from "../../../../../../lib/trpc/client.ts";
import { Button } from "../../../../../../ui/button.tsx";
import { useAnnounce } from "../../../../../../ui/live-region.tsx";

type ResumeCaseProps = { summary: CaseSummary; otherName: string; onResumed: () => void };

/** Nobody has to wait for an answer that does not come. An answer that came meanwhile is shown instead. */
export function ResumeCase({ summary: { caseId, version, may }, otherName, onResumed }: ResumeCaseProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const resume = useMutation({
    mutationFn: () => client.cases.resumeCase.mutate({ caseId, version }),
    onSuccess: () => {
      announce(t("evidence.ask.resumed"));
      onResumed();
    },
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: caseKeys.list }),
        queryClient.invalidateQueries({ queryKey: caseKeys.one(caseId) }),
      ]),
  });
  if (!may.resume) return null;
  return (
    <div data-print="no" className="grid justify-items-start gap-2">
      {resume.error && (
        <ProblemAlert problem={problemOf(resume.error)} title={t("evidence.ask.resumeFailed")} signInAs="official" />
      )}
      <Button
        variant="secondary"
        busy={resume.isPending ? t("evidence.ask.resuming") : undefined}
        onClick={() => resume.mutate()}
      >
        {t("evidence.ask.resume")}
      </Button>
      <p className="text-muted text-sm">{t("evidence.ask.resumeHint", { name: otherName })}</p>
    </div>
  );
}

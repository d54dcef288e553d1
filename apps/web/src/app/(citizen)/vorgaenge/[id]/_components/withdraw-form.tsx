"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import type { CaseAnswer } from "../../../../../crypto/wire-types.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { caseKeys } from "../../../../../lib/cases/query-keys.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { useTRPCClient } from "../../../../../lib/trpc/client.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Checkbox } from "../../../../../ui/checkbox.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";

/** Folded away at the end of the page: consequences first, then a confirmation, then the button. */
export function WithdrawForm({ summary: { caseId, version } }: { summary: CaseAnswer["summary"] }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [isSure, setIsSure] = useState(false);
  const [isTried, setIsTried] = useState(false);
  const withdraw = useMutation({
    mutationFn: () => client.cases.withdrawCase.mutate({ caseId, version }),
    onSuccess: () => announce(t("withdraw.done")),
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: caseKeys.list }),
        queryClient.invalidateQueries({ queryKey: caseKeys.one(caseId) }),
      ]),
    networkMode: "always",
  });

  const submit = () => {
    setIsTried(true);
    if (isSure) withdraw.mutate();
    else announce(t("withdraw.confirmMissing"), "assertive");
  };

  return (
    <details data-print="no" className="border-line border-t pt-2">
      <summary className="link flex min-h-11 w-fit cursor-pointer items-center">{t("withdraw.open")}</summary>
      <div className="mt-2 grid gap-4">
        <p>{t("withdraw.lead")}</p>
        <ul className="grid list-disc gap-1.5 pl-6">
          <li>{t("withdraw.stops")}</li>
          <li>{t("withdraw.stays")}</li>
          <li>{t("withdraw.deadline")}</li>
          <li>{t("withdraw.final")}</li>
        </ul>
        <Checkbox
          label={t("withdraw.confirm")}
          error={isTried && !isSure ? t("withdraw.confirmMissing") : undefined}
          checked={isSure}
          onChange={setIsSure}
        />
        {withdraw.error && <ProblemAlert problem={problemOf(withdraw.error)} title={t("withdraw.failed")} />}
        <div>
          <Button variant="danger" busy={withdraw.isPending ? t("withdraw.busy") : undefined} onClick={submit}>
            {t("withdraw.send")}
          </Button>
        </div>
      </div>
    </details>
  );
}

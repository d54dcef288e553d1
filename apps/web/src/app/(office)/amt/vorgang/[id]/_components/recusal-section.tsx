"use client";

import { useState } from "react";
import { ProblemAlert } from "../../../../../../components/problem-alert.tsx";
import { RouteLink } from "../../../../../../components/route-link.tsx";
import { useI18n } from "../../../../../../i18n/client.tsx";
import type { CaseSummary } from "../../../../../../lib/cases/case-summary.ts";
import { paths } from "../../../../../../lib/paths.ts";
import { problemOf } from "../../../../../../lib/problem.ts";
import { useDeclareRecusal } from "../../../../../../lib/recusals/use-declare-recusal.ts";
import { Button } from "../../../../../../ui/button.tsx";
import { Dialog } from "../../../../../../ui/dialog.tsx";

/** Stepping back from a case because of bias. Asked once more, because the person cannot take it back. */
export function RecusalSection({ summary }: { summary: CaseSummary }) {
  const { t } = useI18n();
  const [isAsking, setIsAsking] = useState(false);
  const declare = useDeclareRecusal(summary.caseId);
  const { recused, may, assignedTo } = summary;
  if (!may.recuse) return null;
  const cancel = () => {
    declare.reset();
    setIsAsking(false);
  };
  return (
    <section data-print="no">
      <h2 className="mb-4 text-xl">{t("recusals.title")}</h2>
      {recused > 0 && (
        <p className="mb-3">
          <RouteLink href={paths.unit}>
            {recused === 1 ? t("recusals.one") : t("recusals.some", { count: recused })}
          </RouteLink>
        </p>
      )}
      <p className="mb-4 max-w-prose text-muted">{t("recusals.text")}</p>
      <Button variant="secondary" onClick={() => setIsAsking(true)}>
        {t("recusals.open")}
      </Button>
      {isAsking && (
        <Dialog
          title={t("recusals.ask.title")}
          onCancel={cancel}
          actions={
            <>
              <Button variant="secondary" onClick={cancel}>
                {t("common.cancel")}
              </Button>
              <Button
                variant="danger"
                busy={declare.isPending ? t("recusals.ask.busy") : undefined}
                onClick={() => declare.mutate()}
              >
                {t("recusals.ask.confirm")}
              </Button>
            </>
          }
        >
          <p>{t("recusals.ask.now")}</p>
          {assignedTo === "me" && <p>{t("recusals.ask.free")}</p>}
          <p>{t("recusals.ask.reason")}</p>
          <p>{t("recusals.ask.back")}</p>
          {declare.error && (
            <ProblemAlert problem={problemOf(declare.error)} title={t("recusals.ask.failed")} signInAs="official" />
          )}
        </Dialog>
      )}
    </section>
  );
}

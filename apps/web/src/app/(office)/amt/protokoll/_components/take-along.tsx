"use client";

import { useI18n } from "../../../../../i18n/client.tsx";
import { useAuditState } from "../../../../../lib/audit/use-audit-log.ts";
import { Card } from "../../../../../ui/card.tsx";
import { LinkButton } from "../../../../../ui/link-button.tsx";

/** For whoever would rather check than believe, and for systems that collect logs. */
export function TakeAlong() {
  const { t } = useI18n();
  const { data } = useAuditState();
  return (
    <Card className="grid gap-4" data-print="no">
      <h2 className="text-xl">{t("audit.along.title")}</h2>
      <p className="max-w-prose">{t("audit.along.text")}</p>
      <div className="flex flex-wrap gap-3">
        <LinkButton variant="secondary" href="/api/audit/checkpoints" download="pruefpunkte.jsonl">
          {t("audit.along.checkpoints")}
        </LinkButton>
        <LinkButton variant="secondary" href="/api/audit/records" download="protokoll.jsonl">
          {t("audit.along.records")}
        </LinkButton>
      </div>
      {data && (
        <p className="text-sm">
          <span className="text-muted">{t("audit.along.chain")}: </span>
          <code className="break-all">{data.chain}</code>
        </p>
      )}
    </Card>
  );
}

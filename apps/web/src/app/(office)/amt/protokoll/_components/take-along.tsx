"use client";

import { type MouseEvent, useState } from "react";
import { FreshLoginNotice } from "../../../../../components/sessions/fresh-login-notice.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useAuditState } from "../../../../../lib/audit/use-audit-log.ts";
import { useSession } from "../../../../../lib/session/session-provider.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { LinkButton } from "../../../../../ui/link-button.tsx";

/** For whoever would rather check than believe, and for systems that collect logs. */
export function TakeAlong() {
  const { t } = useI18n();
  const { data } = useAuditState();
  const { isLoginFresh } = useSession();
  const [needsLogin, setNeedsLogin] = useState(false);
  /** Asked at the beginning: the refusal itself would arrive as a page of its own. */
  const unlessOld = (event: MouseEvent) => {
    if (isLoginFresh()) return;
    event.preventDefault();
    setNeedsLogin(true);
  };
  return (
    <Card className="grid gap-4" data-print="no">
      <h2 className="text-xl">{t("audit.along.title")}</h2>
      <p className="max-w-prose">{t("audit.along.text")}</p>
      <div className="flex flex-wrap gap-3">
        <LinkButton variant="secondary" href="/api/audit/checkpoints" download="pruefpunkte.jsonl" onClick={unlessOld}>
          {t("audit.along.checkpoints")}
        </LinkButton>
        <LinkButton variant="secondary" href="/api/audit/records" download="protokoll.jsonl" onClick={unlessOld}>
          {t("audit.along.records")}
        </LinkButton>
      </div>
      {needsLogin && !isLoginFresh() && <FreshLoginNotice why="log" />}
      {data && (
        <p className="text-sm">
          <span className="text-muted">{t("audit.along.chain")}: </span>
          <code className="break-all">{data.chain}</code>
        </p>
      )}
    </Card>
  );
}

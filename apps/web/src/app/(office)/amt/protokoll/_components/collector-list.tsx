"use client";

import { useState } from "react";
import { ProblemAlert } from "../../../../../components/problem-alert.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { type CollectorToken, useChangeCollectors } from "../../../../../lib/audit/use-collectors.ts";
import { formatDate } from "../../../../../lib/format.ts";
import { problemOf } from "../../../../../lib/problem.ts";
import { Button } from "../../../../../ui/button.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";
import { StatusTag } from "../../../../../ui/status-tag.tsx";

type CollectorListProps = { tokens: readonly CollectorToken[]; onRevoked: () => void };

/** What was given out, and how to end each at once. */
export function CollectorList({ tokens, onRevoked }: CollectorListProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const { mutate, isPending, error } = useChangeCollectors<unknown>();
  const [pressed, setPressed] = useState("");

  const revoke = ({ tokenId, tail }: CollectorToken) => {
    if (isPending) return;
    setPressed(tokenId);
    mutate((api) => api.collectors.revokeToken.mutate({ tokenId }), {
      onSuccess: () => {
        onRevoked();
        announce(t("audit.collectors.revoked", { tail }));
      },
    });
  };
  if (tokens.length === 0) return <p className="text-muted">{t("audit.collectors.none")}</p>;
  return (
    <div className="grid gap-3">
      {error && <ProblemAlert problem={problemOf(error)} signInAs="official" />}
      <ul aria-label={t("audit.collectors.listName")} className="grid">
        {tokens.map((token) => (
          <li
            key={token.tokenId}
            className="grid items-center gap-x-8 gap-y-3 border-line border-t py-4 last:border-b lg:grid-cols-[1fr_auto]"
          >
            <TokenFacts token={token} />
            <Button
              variant="secondary"
              data-print="no"
              aria-label={`${t("audit.collectors.revoke")}: ${token.tail}`}
              busy={isPending && pressed === token.tokenId ? t("audit.collectors.revokeBusy") : undefined}
              onClick={() => revoke(token)}
            >
              {t("audit.collectors.revoke")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function TokenFacts({
  token: { tail, madeBy, madeAt, expiresAt, isExpired, usedOn, refusedOn },
}: {
  token: CollectorToken;
}) {
  const { t, locale } = useI18n();
  const day = (iso: string) => formatDate(iso, locale);
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="font-semibold">
          {t("audit.collectors.ending")} <code>{tail}</code>
        </span>
        {isExpired ? (
          <StatusTag tone="done">{t("audit.collectors.expired")}</StatusTag>
        ) : (
          <span>{t("audit.collectors.until", { day: day(expiresAt) })}</span>
        )}
      </p>
      <p className="text-muted text-sm">
        {t("audit.collectors.made", { day: day(madeAt), post: madeBy })}{" "}
        {usedOn ? t("audit.collectors.used", { day: day(usedOn) }) : t("audit.collectors.unused")}
      </p>
      {refusedOn && <p className="max-w-prose text-sm">{t("audit.collectors.refused", { day: day(refusedOn) })}</p>}
    </div>
  );
}

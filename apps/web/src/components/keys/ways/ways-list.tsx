"use client";

import { canRemoveWay } from "@dvd/domain/account/ways-back";
import { useState } from "react";
import { useI18n } from "../../../i18n/client.tsx";
import { formatDate } from "../../../lib/format.ts";
import type { StoredWay } from "../../../lib/keys/use-ways-back.ts";
import { Button } from "../../../ui/button.tsx";

type WaysListProps = { ways: readonly StoredWay[]; isBusy: boolean; onRemove: (slotId: string) => void };

/** Each way back with its date. The last one that stands alone has no button: the server would refuse it as well. */
export function WaysList({ ways, isBusy, onRemove }: WaysListProps) {
  const { t, locale } = useI18n();
  const [asked, setAsked] = useState<string | null>(null);
  const kinds = ways.map(({ kind }) => kind);
  return (
    <ul aria-label={t("keys.ways.title")} className="divide-y divide-line border-line border-y">
      {ways.map(({ slotId, kind, createdAt }) => {
        const name = t(`keys.ways.kind.${kind}`);
        return (
          <li key={slotId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
            <span>
              <span className="block font-semibold">{name}</span>
              <span className="text-muted text-sm">
                {t("keys.ways.since", { date: formatDate(createdAt, locale) })}
              </span>
            </span>
            {asked === slotId ? (
              <span className="flex flex-wrap items-center gap-3">
                <span>{t("keys.ways.removeAsk")}</span>
                <Button
                  variant="secondary"
                  busy={isBusy ? t("keys.ways.removing") : undefined}
                  onClick={() => onRemove(slotId)}
                >
                  {t("keys.ways.removeYes")}
                </Button>
                <Button variant="quiet" onClick={() => setAsked(null)}>
                  {t("keys.ways.cancel")}
                </Button>
              </span>
            ) : (
              canRemoveWay(kinds, kind) === true && (
                <Button variant="quiet" onClick={() => setAsked(slotId)}>
                  {t("keys.ways.remove", { way: name })}
                </Button>
              )
            )}
          </li>
        );
      })}
    </ul>
  );
}

"use client";

import { useState } from "react";
import { useI18n } from "../../../i18n/client.tsx";
import { formatDate } from "../../../lib/format.ts";
import type { StoredWay } from "../../../lib/keys/use-ways-back.ts";
import { Button } from "../../../ui/button.tsx";
import { focusWhenShown } from "../../../ui/focus-when-shown.ts";

type WayRowProps = {
  way: StoredWay;
  isBusy: boolean;
  onRenew: (() => void) | undefined;
  onRemove: (() => void) | undefined;
};

/** What takes a way back from somebody stands beside it, not among the buttons that give them another one. */
export function WayRow({ way: { kind, createdAt }, isBusy, onRenew, onRemove }: WayRowProps) {
  const { t, locale } = useI18n();
  const [asked, setAsked] = useState<"no" | "yes" | "cancelled">("no");
  const way = t(`keys.ways.kind.${kind}`);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div>
        <p className="font-semibold">{way}</p>
        <p className="text-muted text-sm">{t("keys.ways.since", { date: formatDate(createdAt, locale) })}</p>
        {!onRemove && <p className="text-muted text-sm">{t("keys.ways.stays")}</p>}
      </div>
      {asked === "yes" && onRemove ? (
        <fieldset aria-label={t("keys.ways.removeAsk")} className="flex min-w-0 flex-wrap items-center gap-3">
          <p>{t("keys.ways.removeAsk")}</p>
          <Button ref={focusWhenShown} variant="secondary" onClick={() => setAsked("cancelled")}>
            {t("common.cancel")}
          </Button>
          <Button variant="danger" busy={isBusy ? t("keys.ways.removing") : undefined} onClick={onRemove}>
            {t("keys.ways.removeYes")}
          </Button>
        </fieldset>
      ) : (
        // The words stand in line with the text above, or with the edge of the card.
        <div className="-ml-5 flex flex-wrap sm:-mr-5 sm:ml-0">
          {onRenew && (
            <Button variant="quiet" aria-label={t("keys.ways.renew", { way })} onClick={onRenew}>
              {t("keys.ways.renewShort")}
            </Button>
          )}
          {onRemove && (
            <Button
              ref={asked === "cancelled" ? focusWhenShown : undefined}
              variant="quiet"
              aria-label={t("keys.ways.remove", { way })}
              onClick={() => setAsked("yes")}
            >
              {t("keys.ways.removeShort")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

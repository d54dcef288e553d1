"use client";

import { useI18n } from "../../i18n/client.tsx";
import type { OwnSession } from "../../lib/session/use-own-sessions.ts";
import { useDateText } from "../../lib/use-date-text.ts";
import { Button } from "../../ui/button.tsx";
import { DeviceIcon } from "../../ui/icons.tsx";

type SessionRowProps = { session: OwnSession; isBusy: boolean; onEnd: () => void };

export function SessionRow({ session, isBusy, onEnd }: SessionRowProps) {
  const { t } = useI18n();
  const { recent } = useDateText();
  const device = t("session.list.device", {
    browser: t(`session.list.browsers.${session.browser}`),
    system: t(`session.list.systems.${session.system}`),
  });
  return (
    <li className="grid items-center gap-x-8 gap-y-3 border-line border-t py-4 last:border-b sm:grid-cols-[1fr_auto]">
      <div className="flex gap-3">
        <DeviceIcon className="mt-0.5 size-6 shrink-0 text-action" />
        <div className="min-w-0">
          <p className="font-semibold">
            {device}
            {session.isCurrent && <span className="font-normal"> – {t("session.list.here")}</span>}
          </p>
          <p className="text-muted text-sm">
            {t("session.list.times", { since: recent(session.openedAt), last: recent(session.lastSeenAt) })}
          </p>
          <p className="text-muted text-sm">{t(`session.list.levels.${session.assurance}`)}</p>
        </div>
      </div>
      {!session.isCurrent && (
        <Button
          variant="secondary"
          aria-label={t("session.list.endNamed", { device })}
          busy={isBusy ? t("session.list.ending") : undefined}
          onClick={onEnd}
        >
          {t("session.list.end")}
        </Button>
      )}
    </li>
  );
}

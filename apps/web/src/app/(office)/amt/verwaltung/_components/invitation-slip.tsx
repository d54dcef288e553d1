"use client";

import { useI18n } from "../../../../../i18n/client.tsx";
import type { NewInvitation } from "../../../../../lib/members/use-members.ts";
import { paths } from "../../../../../lib/paths.ts";
import { useDateText } from "../../../../../lib/use-date-text.ts";
import { Button } from "../../../../../ui/button.tsx";
import { focusWhenShown } from "../../../../../ui/focus-when-shown.ts";

type InvitationSlipProps = { invitation: NewInvitation; post: string; unit: string; onDone: () => void };

/** The one moment in which the code can be seen. On paper it is all that is printed. */
export function InvitationSlip({ invitation: { code, expiresAt }, post, unit, onDone }: InvitationSlipProps) {
  const { t } = useI18n();
  const date = useDateText();
  return (
    <section
      data-area
      data-print="only"
      className="grid gap-4 rounded-card border-2 border-action bg-raised p-5 sm:p-6"
    >
      <h3 ref={focusWhenShown} tabIndex={-1} className="font-semibold text-lg">
        {t("members.invite.slipTitle", { post, unit })}
      </h3>
      <p className="font-semibold text-lg tracking-wide">
        <span className="sr-only">{t("members.invite.code")} </span>
        <output>{code}</output>
      </p>
      <ol className="grid max-w-prose list-decimal gap-1 pl-6">
        <li>{t("members.invite.step1", { address: `${location.origin}${paths.redeemInvitation}` })}</li>
        <li>{t("members.invite.step2", { at: date.recent(expiresAt) })}</li>
        <li>{t("members.invite.step3")}</li>
      </ol>
      <p className="max-w-prose text-muted" data-print="no">
        {t("members.invite.once")}
      </p>
      <div className="flex flex-wrap gap-3" data-print="no">
        <Button onClick={() => print()}>{t("members.invite.print")}</Button>
        <Button variant="secondary" onClick={onDone}>
          {t("members.invite.close")}
        </Button>
      </div>
    </section>
  );
}

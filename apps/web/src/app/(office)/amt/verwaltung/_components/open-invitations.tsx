"use client";

import { useI18n } from "../../../../../i18n/client.tsx";
import type { Invitation } from "../../../../../lib/members/use-members.ts";
import { useDateText } from "../../../../../lib/use-date-text.ts";
import { Button } from "../../../../../ui/button.tsx";
import { StatusTag } from "../../../../../ui/status-tag.tsx";
import { ChangeTrouble } from "./change-trouble.tsx";
import { useChange } from "./use-change.ts";

type OpenInvitationsProps = { invitations: readonly Invitation[]; unit: string; onWithdrawn: () => void };

/** Who was invited and has not come yet, and how to take that back. */
export function OpenInvitations({ invitations, unit, onWithdrawn }: OpenInvitationsProps) {
  const { t } = useI18n();
  const date = useDateText();
  const changing = useChange<unknown>();
  const withdraw = ({ invitationId, postSign: post }: Invitation) =>
    changing.run({
      button: invitationId,
      act: (api) => api.invitations.withdrawInvitation.mutate({ invitationId }),
      done: () => t("members.invite.withdrawn", { post }),
      after: onWithdrawn,
    });
  if (invitations.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h3 className="font-semibold text-lg">{t("members.invite.listTitle")}</h3>
      <ChangeTrouble {...changing} />
      <ul aria-label={t("members.invite.listName", { unit })} className="grid">
        {invitations.map((invitation) => (
          <li
            key={invitation.invitationId}
            className="grid items-center gap-x-8 gap-y-3 border-line border-t py-4 last:border-b lg:grid-cols-[1fr_auto]"
          >
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <p>
                <span className="sr-only">{t("members.postSign")} </span>
                <span className="font-semibold tabular-nums">{invitation.postSign}</span>
                <span className="text-muted"> – {t(`members.roles.${invitation.role}`)}</span>
              </p>
              {invitation.isExpired ? (
                <StatusTag tone="done">{t("members.invite.expired")}</StatusTag>
              ) : (
                <p className="text-muted text-sm">
                  {t("members.invite.until", { at: date.recent(invitation.expiresAt) })}
                </p>
              )}
            </div>
            <Button
              variant="secondary"
              aria-label={`${t("members.invite.withdraw")}: ${invitation.postSign}`}
              busy={changing.isBusyWith(invitation.invitationId) ? t("members.change.busy") : undefined}
              onClick={() => withdraw(invitation)}
            >
              {t("members.invite.withdraw")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

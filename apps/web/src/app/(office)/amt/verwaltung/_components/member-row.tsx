"use client";

import { useI18n } from "../../../../../i18n/client.tsx";
import type { Member } from "../../../../../lib/members/use-members.ts";
import { Button } from "../../../../../ui/button.tsx";
import { StatusTag } from "../../../../../ui/status-tag.tsx";
import { keyTones } from "./key-tones.ts";

type MemberRowProps = {
  member: Member;
  mayChange: boolean;
  /** Of a closed unit: people leave it, and nothing else of them changes. */
  isClosed: boolean;
  isBusy: boolean;
  onSwitchRole: () => void;
  onRemove: () => void;
};

export function MemberRow({ member, mayChange, isClosed, isBusy, onSwitchRole, onRemove }: MemberRowProps) {
  const { t } = useI18n();
  const { postSign: post, role, key, isSigned } = member;
  const switching = t(role === "lead" ? "members.change.official" : "members.change.lead");
  return (
    <li className="grid items-center gap-x-8 gap-y-3 border-line border-t py-4 last:border-b lg:grid-cols-[1fr_auto]">
      <div className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2">
        <p>
          <span className="sr-only">{t("members.postSign")} </span>
          <span className="font-semibold tabular-nums">{post}</span>
          <span className="text-muted"> – {t(`members.roles.${role}`)}</span>
        </p>
        <StatusTag tone={keyTones[key]}>{t(`members.keys.${key}`)}</StatusTag>
        {!isSigned && <p className="text-muted text-sm">{t("members.unsigned")}</p>}
      </div>
      {mayChange && (
        <div className="flex flex-wrap gap-3">
          {!isClosed && (
            <Button
              variant="secondary"
              aria-label={`${switching}: ${post}`}
              busy={isBusy ? t("members.change.busy") : undefined}
              onClick={onSwitchRole}
            >
              {switching}
            </Button>
          )}
          <Button variant="secondary" aria-label={`${t("members.remove.open")}: ${post}`} onClick={onRemove}>
            {t("members.remove.open")}
          </Button>
        </div>
      )}
    </li>
  );
}

"use client";

import type { LoginKind } from "@dvd/domain/session/login";
import { useEffect } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { signInAsidePath } from "../../lib/sign-in-path.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";

type EndedDialogProps = { why: "time" | "elsewhere"; kind: LoginKind };

/** The lid over a page that holds something unsent: it stays where it is, and nobody else can do anything with it. */
export function EndedDialog({ why, kind }: EndedDialogProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const title = t(`session.ended.${why}`);
  useEffect(() => announce(title, "assertive"), [announce, title]);
  return (
    <Dialog
      title={title}
      isLid
      actions={
        <LinkButton href={signInAsidePath(kind)} target="_blank">
          {t("session.signInAside")}
        </LinkButton>
      }
    >
      <p>{t("session.ended.text")}</p>
    </Dialog>
  );
}

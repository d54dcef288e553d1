"use client";

import type { LoginKind } from "@dvd/domain/session/login";
import { useEffect, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { endingText } from "../../lib/session/ending-text.ts";
import { signInAsidePath } from "../../lib/sign-in-path.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { SignOutButton } from "../header/sign-out-button.tsx";

type EndingDialogProps = {
  why: "idle" | "total";
  seconds: number;
  kind: LoginKind;
  onStay: () => Promise<void>;
};

/** The question before the end. Whoever was only quiet stays with one press; the end of a level cannot be moved, only begun anew. */
export function EndingDialog({ why, seconds, kind, onStay }: EndingDialogProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [isBusy, setIsBusy] = useState(false);
  const left = t(endingText(seconds));
  useEffect(() => announce(left, "assertive"), [announce, left]);

  const stay = async () => {
    setIsBusy(true);
    await onStay().finally(() => setIsBusy(false));
  };
  return (
    <Dialog
      title={t(`session.${why}.title`)}
      {...(why === "idle" && { onCancel: () => void stay() })}
      actions={
        <>
          {why === "idle" ? (
            <Button onClick={() => void stay()} busy={isBusy ? t("session.extending") : undefined}>
              {t("session.stay")}
            </Button>
          ) : (
            <LinkButton href={signInAsidePath(kind)} target="_blank">
              {t("session.signInAside")}
            </LinkButton>
          )}
          <SignOutButton kind={kind} variant="secondary" />
        </>
      }
    >
      <p className="font-semibold">{left}</p>
      <p>{t(`session.${why}.text`)}</p>
    </Dialog>
  );
}

"use client";

import type { LoginKind } from "@dvd/domain/session/login";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { endingHere } from "../../lib/session/ending-here.ts";
import { signedOutPath } from "../../lib/sign-in-path.ts";
import { Button } from "../../ui/button.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";

type SignOutButtonProps = { kind: LoginKind; variant: "secondary" | "quiet"; className?: string };

/** Ends with a full page load: the worker with the keys, and everything that was decrypted, goes with the old page. */
export function SignOutButton({ kind, variant, className }: SignOutButtonProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [state, setState] = useState<"idle" | "leaving" | "failed">("idle");

  const leave = async () => {
    setState("leaving");
    try {
      // The live stream of this page ends before the answer is here; asked why, the page would leave for another address.
      await endingHere.during(() => signOut({ callbackUrl: signedOutPath(kind) }));
    } catch {
      setState("failed");
      announce(t("header.signOutFailed"), "assertive");
    }
  };

  return (
    <>
      <Button
        variant={variant}
        busy={state === "leaving" ? t("header.signingOut") : undefined}
        onClick={() => void leave()}
        {...(className && { className })}
      >
        {t("header.signOut")}
      </Button>
      {state === "failed" && <p className="font-semibold text-danger text-sm">{t("header.signOutFailed")}</p>}
    </>
  );
}

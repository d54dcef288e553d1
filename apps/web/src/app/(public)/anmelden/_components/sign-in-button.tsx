"use client";

import { signIn } from "next-auth/react";
import { useState } from "react";
import type { AssuranceLevel } from "@dvd/domain/assurance";
import type { LoginKind } from "@dvd/domain/session/login";
import { useI18n } from "../../../../i18n/client.tsx";
import { Alert } from "../../../../ui/alert.tsx";
import { Button } from "../../../../ui/button.tsx";
import { ArrowIcon } from "../../../../ui/icons.tsx";
import { useAnnounce } from "../../../../ui/live-region.tsx";

type SignInButtonProps = {
  kind: LoginKind;
  /** At least this, when somebody was sent here because theirs was not enough. */
  level: AssuranceLevel | undefined;
  callbackUrl: string;
  isPreferred: boolean;
  children: string;
};

/** By fetch, not by a form: a form that ends at the identity provider would be stopped by our own policy. */
export function SignInButton({ kind, level, callbackUrl, isPreferred, children }: SignInButtonProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [state, setState] = useState<"idle" | "leaving" | "failed">("idle");

  const leave = async () => {
    setState("leaving");
    try {
      await signIn(kind, { callbackUrl, ...(level && { niveau: level }) });
    } catch {
      setState("failed");
      announce(t("signIn.offline"), "assertive");
    }
  };

  return (
    <>
      <Button
        variant={isPreferred ? "primary" : "secondary"}
        icon={<ArrowIcon className="size-5" />}
        busy={state === "leaving" ? t("signIn.leaving") : undefined}
        onClick={() => void leave()}
        className="w-full"
      >
        {children}
      </Button>
      {state === "failed" && (
        <div className="mt-4">
          <Alert tone="danger">{t("signIn.offline")}</Alert>
        </div>
      )}
    </>
  );
}

"use client";

import { freshLoginMinutes } from "@dvd/domain/session/fresh-login";
import { useEffect } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { signInPath } from "../../lib/sign-in-path.ts";
import { useSessionIfAny } from "../../lib/session/session-provider.tsx";
import { Alert } from "../../ui/alert.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";

/** Before an act that needs a fresh login: through the login, and back to this very page. */
export function FreshLoginNotice() {
  const { t } = useI18n();
  const announce = useAnnounce();
  const kind = useSessionIfAny()?.kind ?? "citizen";
  const title = t("session.fresh.title");
  useEffect(() => announce(title), [announce, title]);
  return (
    <Alert
      tone="info"
      title={title}
      actions={
        <LinkButton href={signInPath({ kind, back: location.pathname })}>{t("session.fresh.action")}</LinkButton>
      }
    >
      {t("session.fresh.text", { minutes: freshLoginMinutes })}
    </Alert>
  );
}

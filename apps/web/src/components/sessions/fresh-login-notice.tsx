"use client";

import { freshLoginMinutes } from "@dvd/domain/session/fresh-login";
import { useEffect } from "react";
import { kindOf } from "../../auth/own-path.ts";
import { useI18n } from "../../i18n/client.tsx";
import { signInAsidePath, signInPath } from "../../lib/sign-in-path.ts";
import { Alert } from "../../ui/alert.tsx";
import { LinkButton } from "../../ui/link-button.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";

type FreshLoginNoticeProps = {
  why: "keys" | "members" | "log" | "end";
  /** In a window of its own, for a page that holds what would be lost on the way through the login. */
  isAside?: boolean;
};

/** Before an act that needs a fresh login: through the login, and back to this very page. */
export function FreshLoginNotice({ why, isAside = false }: FreshLoginNoticeProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const kind = kindOf(location.pathname);
  const title = t("session.fresh.title");
  useEffect(() => announce(title), [announce, title]);
  const target = isAside
    ? { href: signInAsidePath(kind), target: "_blank" }
    : { href: signInPath({ kind, back: location.pathname }) };
  return (
    <Alert tone="info" title={title} actions={<LinkButton {...target}>{t("session.fresh.action")}</LinkButton>}>
      <p>
        {t(`session.fresh.why.${why}`)} {t("session.fresh.age", { minutes: freshLoginMinutes })}
      </p>
      <p className="mt-1">{t(isAside ? "session.fresh.aside" : "session.fresh.back")}</p>
    </Alert>
  );
}

"use client";

import { useEffect } from "react";
import { useI18n } from "../i18n/client.tsx";

/** For what changes without a navigation: the steps of a wizard, or a case whose number was only just decrypted. */
export function usePageTitle(title: string) {
  const { t } = useI18n();
  const full = `${title} – ${t("site.name")}`;
  useEffect(() => {
    document.title = full;
  }, [full]);
}

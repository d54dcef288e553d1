"use client";

import { useI18n } from "../i18n/client.tsx";
import { Alert } from "../ui/alert.tsx";

/** Said before somebody writes for nothing: under keys that nobody has confirmed for days, nothing is sent. */
export function StaleKeys({ isFresh }: { isFresh: boolean }) {
  const { t } = useI18n();
  if (isFresh) return null;
  return (
    <Alert tone="warning" title={t("problem.keyStaleTitle")}>
      <p>{t("problem.keyStale")}</p>
    </Alert>
  );
}

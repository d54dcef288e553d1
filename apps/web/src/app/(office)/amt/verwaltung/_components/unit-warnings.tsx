"use client";

import { useI18n } from "../../../../../i18n/client.tsx";
import type { UnitOverview } from "../../../../../lib/members/use-members.ts";
import { Alert } from "../../../../../ui/alert.tsx";

/** What would go wrong in a unit: nobody or a single person can read, or somebody has left with the key. */
export function UnitWarnings({ unit, holders }: { unit: UnitOverview; holders: number }) {
  const { t } = useI18n();
  return (
    <>
      {holders === 0 && (
        <Alert tone="danger" title={t("members.unit.noHolder")}>
          {t("members.unit.noHolderText")}
        </Alert>
      )}
      {holders === 1 && (
        <Alert tone="warning" title={t("members.unit.oneHolder")}>
          {t("members.unit.oneHolderText")}
        </Alert>
      )}
      {unit.formers.length > 0 && (
        <Alert tone="warning" title={t("members.unit.former")}>
          {t("members.unit.formerText", { posts: unit.formers.map(({ postSign }) => postSign).join(", ") })}
        </Alert>
      )}
    </>
  );
}

"use client";

import { useI18n } from "../../../../../i18n/client.tsx";
import type { UnitOverview } from "../../../../../lib/members/use-members.ts";
import { useDateText } from "../../../../../lib/use-date-text.ts";
import { Alert } from "../../../../../ui/alert.tsx";

/** What would go wrong in a unit: nobody or a single person can read, or somebody has left with the key. */
export function UnitWarnings({ unit, holders }: { unit: UnitOverview; holders: number }) {
  const { t } = useI18n();
  const date = useDateText();
  if (unit.closedAt)
    return (
      <Alert tone="info" title={t("units.closed.title")}>
        {t("units.closed.text", { at: date.recent(unit.closedAt) })}
      </Alert>
    );
  if (unit.epoch === null) return <WithoutKey isProposed={unit.obstacles.includes("key")} />;
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

/** A new office, and its way to the first key: it takes three people, and none of them can be the portal. */
function WithoutKey({ isProposed }: { isProposed: boolean }) {
  const { t } = useI18n();
  return (
    <Alert tone="info" title={t("units.keyless.title")}>
      <p>{t("units.keyless.text")}</p>
      <ol className="mt-1 grid list-decimal gap-1 pl-6">
        <li>{t("units.keyless.step1")}</li>
        <li>{t("units.keyless.step2")}</li>
        <li>{t("units.keyless.step3")}</li>
        <li>{t("units.keyless.step4")}</li>
      </ol>
      {isProposed && <p className="mt-1 font-semibold">{t("units.keyless.waiting")}</p>}
    </Alert>
  );
}

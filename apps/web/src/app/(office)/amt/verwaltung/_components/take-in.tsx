"use client";

import { useI18n } from "../../../../../i18n/client.tsx";
import { Button } from "../../../../../ui/button.tsx";

export type WayIn = "member" | "invitation";

/** How people come to an office: from the authority, or invited because the portal does not know them yet. */
export function TakeIn({ unit, onChoose }: { unit: string; onChoose: (way: WayIn) => void }) {
  const { t } = useI18n();
  return (
    <div className="flex flex-wrap gap-3">
      <Button variant="secondary" aria-label={t("members.add.to", { unit })} onClick={() => onChoose("member")}>
        {t("members.add.open")}
      </Button>
      <Button variant="secondary" aria-label={t("members.invite.to", { unit })} onClick={() => onChoose("invitation")}>
        {t("members.invite.open")}
      </Button>
    </div>
  );
}

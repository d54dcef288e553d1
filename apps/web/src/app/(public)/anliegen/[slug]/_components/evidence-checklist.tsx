"use client";

import type { EvidenceText } from "../../../../../components/services/service.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { keepInTab, useFromTab } from "../../../../../lib/tab-storage.ts";
import { Checkbox } from "../../../../../ui/checkbox.tsx";

type EvidenceChecklistProps = { slug: string; evidence: readonly EvidenceText[] };

/** What to have at hand, to be ticked off. The ticks stay in this tab and go nowhere. */
export function EvidenceChecklist({ slug, evidence }: EvidenceChecklistProps) {
  const { t } = useI18n();
  const storageKey = `dvd-ready-${slug}`;
  const ready = useFromTab(storageKey)?.split(",") ?? [];
  const tick = (id: string, isReady: boolean) =>
    keepInTab(storageKey, (isReady ? [...ready, id] : ready.filter((other) => other !== id)).join(","));

  return (
    <div className="mt-4 grid max-w-prose gap-4">
      {evidence.map(({ id, label, why, required, max }) => (
        <Checkbox
          key={id}
          label={
            <>
              {label}
              {!required && <span className="font-normal text-muted"> {t("services.page.optional")}</span>}
            </>
          }
          hint={[why, max > 1 && t("services.page.upTo", { max })].filter(Boolean).join(" ")}
          checked={ready.includes(id)}
          onChange={(isReady) => tick(id, isReady)}
        />
      ))}
      <p data-needs-script className="text-muted text-sm">
        {t("services.page.ticksStay")}
      </p>
    </div>
  );
}

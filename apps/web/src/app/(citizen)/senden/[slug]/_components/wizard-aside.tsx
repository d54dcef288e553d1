import { EvidenceList } from "../../../../../components/services/evidence-list.tsx";
import type { EvidenceText } from "../../../../../components/services/service.ts";
import { useI18n } from "../../../../../i18n/client.tsx";
import { LockIcon } from "../../../../../ui/icons.tsx";

/** What stays true on every step: who can read it, and what to have at hand. */
export function WizardAside({ evidence }: { evidence: readonly EvidenceText[] }) {
  const { t } = useI18n();
  return (
    <aside
      data-area
      data-print="no"
      className="grid content-start gap-6 self-start rounded-card bg-paper p-5 sm:p-6 lg:sticky lg:top-6"
    >
      <section>
        <h2 className="flex gap-2.5 font-semibold text-base">
          <LockIcon className="mt-0.5 size-6 text-action" />
          {t("wizard.onlyYouTitle")}
        </h2>
        <p className="mt-2 text-muted text-sm">{t("wizard.onlyYouText")}</p>
      </section>
      {evidence.length > 0 && (
        <section>
          <h2 className="font-semibold text-base">{t("wizard.evidence")}</h2>
          <div className="mt-2 text-sm">
            <EvidenceList evidence={evidence} />
          </div>
        </section>
      )}
    </aside>
  );
}

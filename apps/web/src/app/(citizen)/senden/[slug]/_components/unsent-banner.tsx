import { useI18n } from "../../../../../i18n/client.tsx";
import { PaperIcon } from "../../../../../ui/icons.tsx";

/** Calm, and there as long as nothing can have arrived: filled in must never look like sent. */
export function UnsentBanner() {
  const { t } = useI18n();
  return (
    <p
      data-area
      data-print="no"
      className="flex gap-3 rounded-control border border-edge border-dashed bg-paper px-4 py-2.5 text-sm"
    >
      <PaperIcon className="mt-0.5 size-5 text-muted" />
      <span>
        <strong className="font-semibold">{t("wizard.unsent")}</strong> {t("wizard.unsentText")}
      </span>
    </p>
  );
}

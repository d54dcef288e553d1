import { useI18n } from "../../../../../i18n/client.tsx";
import type { DraftKeeping } from "../../../../../lib/drafts/use-draft-keeper.ts";
import { useIsEvictable } from "../../../../../lib/device/use-persistence.ts";
import { formatTime } from "../../../../../lib/format.ts";
import { PaperIcon } from "../../../../../ui/icons.tsx";
import { DraftMenu } from "./draft-menu.tsx";

/** Calm, and there as long as nothing can have arrived: filled in must never look like sent. */
export function UnsentBanner({ keeping, canShare }: { keeping: DraftKeeping; canShare: boolean }) {
  const { t, locale } = useI18n();
  const { kept } = keeping;
  const isEvictable = useIsEvictable(kept.is === "saved");
  const where =
    kept.is === "saved"
      ? t(kept.isShared ? "drafts.shared" : "drafts.saved", { time: formatTime(kept.at, locale) })
      : t("drafts.nothing");
  return (
    <div
      data-area
      data-print="no"
      className="rounded-control border border-edge border-dashed bg-paper px-4 py-2.5 text-sm"
    >
      <p className="flex gap-3">
        <PaperIcon className="mt-0.5 size-5 text-muted" />
        <span>
          <strong className="font-semibold">{t("wizard.unsent")}</strong> {where} {isEvictable && t("drafts.evictable")}
        </span>
      </p>
      {kept.is !== "nothing" && <DraftMenu keeping={keeping} canShare={canShare} />}
    </div>
  );
}

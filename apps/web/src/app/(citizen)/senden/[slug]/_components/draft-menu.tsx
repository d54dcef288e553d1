import { useState } from "react";
import { DiscardDraft } from "../../../../../components/drafts/discard-draft.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import type { DraftKeeping } from "../../../../../lib/drafts/use-draft-keeper.ts";
import { paths } from "../../../../../lib/paths.ts";
import { Button } from "../../../../../ui/button.tsx";
import { useAnnounce } from "../../../../../ui/live-region.tsx";

/** What can be done with a draft besides sending it. Folded away: most people just go on. */
export function DraftMenu({ keeping, canShare }: { keeping: DraftKeeping; canShare: boolean }) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [isSharing, setIsSharing] = useState(false);
  const isShared = keeping.kept.is === "saved" && keeping.kept.isShared;

  const share = async () => {
    setIsSharing(true);
    const isDone = await keeping.share();
    setIsSharing(false);
    if (isDone) announce(t("drafts.shareAnnounce"));
  };
  const discard = async () => {
    await keeping.discard();
    location.assign(paths.services);
  };

  return (
    <details className="ml-8">
      <summary className="link inline-flex min-h-11 cursor-pointer items-center">{t("drafts.manage")}</summary>
      <div className="grid max-w-prose gap-3 pb-2">
        <p>{t("drafts.expires")}</p>
        {!canShare && <p>{t("drafts.shareLater")}</p>}
        {canShare && <p>{t(isShared ? "drafts.shareDone" : "drafts.shareHint")}</p>}
        <div className="flex flex-wrap gap-3">
          {canShare && !isShared && (
            <Button variant="secondary" busy={isSharing ? t("drafts.sharing") : undefined} onClick={() => void share()}>
              {t("drafts.share")}
            </Button>
          )}
          <DiscardDraft onDiscard={discard} />
        </div>
      </div>
    </details>
  );
}

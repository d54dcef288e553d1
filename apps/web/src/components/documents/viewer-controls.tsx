"use client";

import { type RefObject, useSyncExternalStore } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { Button } from "../../ui/button.tsx";

type ViewerControlsProps = {
  page: number;
  pages: number;
  isLoaded: boolean;
  isText: boolean;
  /** What fills the screen on demand. */
  viewer: RefObject<HTMLElement | null>;
  onLeaf: (page: number) => void;
  onZoom: (by: 1 | -1) => void;
  onToggleText: () => void;
};

/** Outside of the frame, so that nothing in a document can imitate or move them. */
export function ViewerControls({ page, pages, isLoaded, isText, viewer, ...on }: ViewerControlsProps) {
  const { t } = useI18n();
  const isFull = useSyncExternalStore(onFullScreen, () => document.fullscreenElement !== null);
  // Refused, for example by a policy of the device, it stays as large as it is.
  const toggleFull = () =>
    void (isFull ? document.exitFullscreen() : viewer.current?.requestFullscreen())?.catch(() => undefined);

  return (
    <div data-print="no" className="grid gap-1">
      {pages > 1 && (
        <div className="flex flex-wrap gap-2">
          <Button variant="secondary" className="flex-1 px-3! text-sm sm:flex-none" onClick={() => on.onLeaf(page - 1)}>
            {t("documents.viewer.previous")}
          </Button>
          <Button variant="secondary" className="flex-1 px-3! text-sm sm:flex-none" onClick={() => on.onLeaf(page + 1)}>
            {t("documents.viewer.next")}
          </Button>
        </div>
      )}
      <div className="flex flex-wrap items-center">
        <p className="mr-auto py-2 pr-3 font-semibold text-sm">
          {isLoaded
            ? t("documents.viewer.page", { page: String(page), pages: String(pages) })
            : t("documents.viewer.loading")}
        </p>
        <Button variant="quiet" className="px-2.5! text-sm" onClick={on.onToggleText}>
          {t(isText ? "documents.viewer.asPicture" : "documents.viewer.asText")}
        </Button>
        {!isText && (
          <>
            <Button variant="quiet" className="px-2.5! text-sm" onClick={() => on.onZoom(-1)}>
              {t("documents.viewer.smaller")}
            </Button>
            <Button variant="quiet" className="px-2.5! text-sm" onClick={() => on.onZoom(1)}>
              {t("documents.viewer.larger")}
            </Button>
          </>
        )}
        {document.fullscreenEnabled && (
          <Button variant="quiet" className="px-2.5! text-sm" onClick={toggleFull}>
            {t(isFull ? "documents.viewer.leaveFull" : "documents.viewer.full")}
          </Button>
        )}
      </div>
    </div>
  );
}

function onFullScreen(changed: () => void) {
  document.addEventListener("fullscreenchange", changed);
  return () => document.removeEventListener("fullscreenchange", changed);
}

"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { useI18n } from "../../i18n/client.tsx";
import type { UploadItem } from "../../lib/uploads/upload-item.ts";
import { Button } from "../../ui/button.tsx";

/** Long enough to be found by somebody who hears the page; nothing urgent happens when it ends. */
const undoMs = 30_000;

type RemovedRowProps = { item: UploadItem; onPutBack: () => void; onDrop: (hadFocus: boolean) => void };

/** In the place of a document that was taken off the list, for as long as it can be put back. */
export function RemovedRow({ item: { name }, onPutBack, onDrop }: RemovedRowProps) {
  const { t } = useI18n();
  const row = useRef<HTMLLIElement>(null);
  const drop = useEffectEvent(() => onDrop(row.current?.contains(document.activeElement) ?? false));

  useEffect(() => {
    // Whoever pressed "remove" goes on from here, not from the top of the page.
    row.current?.querySelector("button")?.focus();
    const timer = setTimeout(() => drop(), undoMs);
    return () => clearTimeout(timer);
  }, []);

  return (
    <li
      ref={row}
      className="flex flex-wrap items-center gap-x-2 rounded-card border border-edge border-dashed px-4 py-1.5 text-sm"
    >
      <span className="min-w-0 break-words">{t("uploads.removed", { name })}</span>
      <Button variant="quiet" aria-label={t("uploads.undoNamed", { name })} onClick={onPutBack}>
        {t("uploads.undo")}
      </Button>
    </li>
  );
}

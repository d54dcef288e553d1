"use client";

import type { DraftDocument } from "@dvd/domain/form/draft-content";
import { useI18n } from "../../i18n/client.tsx";
import { formatBytes } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { WarningIcon } from "../../ui/icons.tsx";
import { PickAgain } from "./pick-again.tsx";

type ElsewhereRowProps = {
  document: DraftDocument;
  accept: string;
  onPick: (file: File) => void;
  onRemove: () => void;
};

/** A document that was picked on another device: only its name came along. */
export function ElsewhereRow({ document: { name, size }, accept, onPick, onRemove }: ElsewhereRowProps) {
  const { t, locale } = useI18n();
  return (
    <li data-area className="grid gap-3 rounded-card border border-edge border-dashed p-4 sm:p-5">
      <div className="flex gap-3">
        <WarningIcon className="size-7 text-warning" />
        <div className="min-w-0 flex-1">
          <p className="break-words font-semibold">{name}</p>
          <p className="text-muted text-sm">{formatBytes(size, locale)}</p>
          <p className="mt-1 text-sm">{t("uploads.elsewherePicked")}</p>
        </div>
      </div>
      <div className="-mb-2 ml-4.5 flex flex-wrap">
        <PickAgain name={name} accept={accept} onPick={onPick} />
        <Button variant="quiet" aria-label={t("uploads.removeNamed", { name })} onClick={onRemove}>
          {t("uploads.remove")}
        </Button>
      </div>
    </li>
  );
}

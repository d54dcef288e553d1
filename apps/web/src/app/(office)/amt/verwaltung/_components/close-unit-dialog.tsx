"use client";

import type { ReactNode } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { Dialog } from "../../../../../ui/dialog.tsx";

type CloseUnitDialogProps = {
  unit: string;
  isBusy: boolean;
  trouble: ReactNode;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Says what ends at once, and what stays. */
export function CloseUnitDialog({ unit, isBusy, trouble, onConfirm, onCancel }: CloseUnitDialogProps) {
  const { t } = useI18n();
  return (
    <Dialog
      title={t("units.close.title", { unit })}
      onCancel={onCancel}
      actions={
        <>
          <Button variant="secondary" onClick={onCancel}>
            {t("common.cancel")}
          </Button>
          <Button variant="danger" busy={isBusy ? t("units.close.busy") : undefined} onClick={onConfirm}>
            {t("units.close.confirm")}
          </Button>
        </>
      }
    >
      <p>{t("units.close.now")}</p>
      <p>{t("units.close.stays")}</p>
      {trouble}
    </Dialog>
  );
}

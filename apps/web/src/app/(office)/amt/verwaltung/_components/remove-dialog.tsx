"use client";

import type { ReactNode } from "react";
import { useI18n } from "../../../../../i18n/client.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { Dialog } from "../../../../../ui/dialog.tsx";

type RemoveDialogProps = {
  post: string;
  unit: string;
  isBusy: boolean;
  trouble: ReactNode;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Says what ends at once, and what this cannot undo. */
export function RemoveDialog({ post, unit, isBusy, trouble, onConfirm, onCancel }: RemoveDialogProps) {
  const { t } = useI18n();
  return (
    <Dialog
      title={t("members.remove.title", { post, unit })}
      onCancel={onCancel}
      actions={
        <>
          <Button variant="secondary" onClick={onCancel}>
            {t("common.cancel")}
          </Button>
          <Button variant="danger" busy={isBusy ? t("members.remove.busy") : undefined} onClick={onConfirm}>
            {t("members.remove.confirm")}
          </Button>
        </>
      }
    >
      <p>{t("members.remove.now")}</p>
      <p>{t("members.remove.limit")}</p>
      {trouble}
    </Dialog>
  );
}

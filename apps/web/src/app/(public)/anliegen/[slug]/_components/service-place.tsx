"use client";

import { PlacePicker } from "../../../../../components/place/place-picker.tsx";
import { useI18n } from "../../../../../i18n/client.tsx";
import { useDirectory } from "../../../../../lib/place/use-directory.ts";
import { Alert } from "../../../../../ui/alert.tsx";
import { Button } from "../../../../../ui/button.tsx";
import { Skeleton } from "../../../../../ui/skeleton.tsx";

/** The office of the place, once the directory is here. */
export function ServicePlace({ serviceKey }: { serviceKey: string }) {
  const { t } = useI18n();
  const directory = useDirectory();
  if (directory.is === "ready") return <PlacePicker file={directory.file} serviceKey={serviceKey} />;
  if (directory.is === "loading") return <Skeleton className="h-20 w-full" />;
  return (
    <Alert
      tone="warning"
      title={t("services.find.failedTitle")}
      actions={
        <Button variant="secondary" onClick={directory.retry}>
          {t("services.find.retry")}
        </Button>
      }
    >
      {t("services.place.failedText")}
    </Alert>
  );
}

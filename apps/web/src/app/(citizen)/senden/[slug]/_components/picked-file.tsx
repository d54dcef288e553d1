import { useI18n } from "../../../../../i18n/client.tsx";
import { formatBytes } from "../../../../../lib/format.ts";
import { Button } from "../../../../../ui/button.tsx";
import { Card } from "../../../../../ui/card.tsx";
import { PaperIcon } from "../../../../../ui/icons.tsx";

export function PickedFile({ file, onRemove }: { file: File; onRemove: () => void }) {
  const { t, locale } = useI18n();
  return (
    <Card className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <PaperIcon className="size-8 text-action" />
      <p className="min-w-0 flex-1 basis-40">
        <span className="block text-muted text-sm">{t("wizard.documents.chosen")}</span>
        <span className="block font-semibold">{file.name}</span>
        <span className="block text-muted text-sm">{formatBytes(file.size, locale)}</span>
      </p>
      <Button
        variant="quiet"
        aria-label={t("wizard.documents.removeNamed", { name: file.name })}
        onClick={onRemove}
        className="max-sm:-ml-5"
      >
        {t("wizard.documents.remove")}
      </Button>
    </Card>
  );
}

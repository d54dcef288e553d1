import { useEffect, useEffectEvent, useRef } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { Button } from "../../ui/button.tsx";
import { WarningIcon } from "../../ui/icons.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";

type BlurWarningProps = { number: number; onRetake: (file: File) => void; onAccept: () => void };

/** A suspicion, not a refusal: a machine has looked, and the person decides. */
export function BlurWarning({ number, onRetake, onAccept }: BlurWarningProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const camera = useRef<HTMLInputElement>(null);
  const page = t("uploads.photos.page", { number });
  const say = useEffectEvent(() => announce(t("uploads.photos.blurred", { number })));
  useEffect(() => say(), []);
  return (
    <div className="mt-2 rounded-control border border-warning bg-warning-tint px-3 pt-2.5">
      <p className="flex gap-2 text-sm">
        <WarningIcon className="size-5 shrink-0 text-warning" />
        {t("uploads.photos.blurred", { number })}
      </p>
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={({ target }) => {
          const [file] = Array.from(target.files ?? []);
          target.value = "";
          if (file) onRetake(file);
        }}
      />
      <div className="-ml-3 flex flex-wrap">
        <Button
          variant="quiet"
          aria-label={`${t("uploads.photos.retake")}: ${page}`}
          onClick={() => camera.current?.click()}
        >
          {t("uploads.photos.retake")}
        </Button>
        <Button variant="quiet" aria-label={`${t("uploads.photos.accept")}: ${page}`} onClick={onAccept}>
          {t("uploads.photos.accept")}
        </Button>
      </div>
    </div>
  );
}

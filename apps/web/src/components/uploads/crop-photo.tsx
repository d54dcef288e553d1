"use client";

import { useI18n } from "../../i18n/client.tsx";
import { type Crop, isCropped, mostCut, noCrop, sides } from "../../lib/photos/crop.ts";
import { Button } from "../../ui/button.tsx";

type CropPhotoProps = { crop: Crop; number: number; onChange: (crop: Crop) => void; onDone: () => void };

/** A slider for each side: with a finger, with a mouse and with the arrow keys alike. */
export function CropPhoto({ crop, number, onChange, onDone }: CropPhotoProps) {
  const { t } = useI18n();
  const page = t("uploads.photos.page", { number });
  return (
    <fieldset className="col-span-2 mt-2 max-w-prose rounded-control bg-paper px-4 py-3">
      <legend className="sr-only">{t("uploads.photos.cropOf", { number })}</legend>
      <p className="text-muted text-sm">{t("uploads.photos.cropHint")}</p>
      {sides.map((side) => {
        const label = t(`uploads.photos.side.${side}`);
        return (
          <label key={side} className="grid min-h-11 grid-cols-[4rem_1fr_3rem] items-center gap-x-3 text-sm">
            {label}
            <input
              type="range"
              min={0}
              max={mostCut}
              step={1}
              value={crop[side]}
              aria-label={`${label}: ${page}`}
              aria-valuetext={t("uploads.photos.percent", { percent: crop[side] })}
              onChange={({ target }) => onChange({ ...crop, [side]: target.valueAsNumber })}
              className="h-11 w-full min-w-0 accent-action"
            />
            <span aria-hidden="true" className="text-right tabular-nums">
              {crop[side]} %
            </span>
          </label>
        );
      })}
      <div className="-ml-3 flex flex-wrap">
        <Button variant="quiet" aria-label={`${t("uploads.photos.cropDone")}: ${page}`} onClick={onDone}>
          {t("uploads.photos.cropDone")}
        </Button>
        {isCropped(crop) && (
          <Button
            variant="quiet"
            aria-label={`${t("uploads.photos.cropNothing")}: ${page}`}
            onClick={() => onChange(noCrop)}
          >
            {t("uploads.photos.cropNothing")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

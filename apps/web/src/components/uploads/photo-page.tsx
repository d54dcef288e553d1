"use client";

import { useRef, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import type { PhotoPage as Page } from "../../lib/photos/held-photos.ts";
import type { PhotoPages } from "../../lib/photos/use-photo-pages.ts";
import { isCropped } from "../../lib/photos/crop.ts";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { useAnnounce } from "../../ui/live-region.tsx";
import { BlurWarning } from "./blur-warning.tsx";
import { CropPhoto } from "./crop-photo.tsx";
import { PhotoPicture } from "./photo-picture.tsx";

type PhotoPageProps = { page: Page; number: number; of: number; photos: PhotoPages };

export function PhotoPage({ page, number, of, photos }: PhotoPageProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const [isCropping, setIsCropping] = useState(false);
  const cropButton = useRef<HTMLButtonElement>(null);
  const turn = useRef<HTMLDivElement>(null);
  // The pressed button is gone then; the next one to press is the first of the others.
  const focusButtons = () => turn.current?.querySelector("button")?.focus();
  const move = (by: -1 | 1) => {
    photos.move(page.id, by);
    announce(t("uploads.photos.moved", { number, to: number + by, of }));
  };
  const button = (text: string, onClick: () => void) => (
    <Button variant="quiet" aria-label={`${text}: ${t("uploads.photos.page", { number })}`} onClick={onClick}>
      {text}
    </Button>
  );
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-4 gap-y-1 border-line border-b pb-3">
      <PhotoPicture page={page} alt={t("uploads.photos.page", { number })} isLarge={isCropping} />
      <div className={classNames(isCropping && "col-span-2")}>
        <p className="font-semibold">{t("uploads.photos.pageOf", { number, of })}</p>
        {page.isBlurred && (
          <BlurWarning
            key={page.id}
            number={number}
            onRetake={(file) => {
              focusButtons();
              photos.retake(page.id, file);
              announce(t("uploads.photos.retaken", { number }));
            }}
            onAccept={() => {
              focusButtons();
              photos.accept(page.id);
              announce(t("uploads.photos.accepted", { number }));
            }}
          />
        )}
      </div>
      <div
        ref={turn}
        className={classNames("col-span-2 -ml-5 flex flex-wrap", !isCropping && "sm:col-span-1 sm:col-start-2")}
      >
        {button(t("uploads.photos.turn"), () => {
          photos.turn(page.id);
          announce(t("uploads.photos.turned", { number }));
        })}
        <Button
          ref={cropButton}
          variant="quiet"
          aria-label={`${t("uploads.photos.crop")}: ${t("uploads.photos.page", { number })}`}
          aria-expanded={isCropping}
          onClick={() => setIsCropping(!isCropping)}
        >
          {t("uploads.photos.crop")}
        </Button>
        {number > 1 && button(t("uploads.photos.up"), () => move(-1))}
        {number < of && button(t("uploads.photos.down"), () => move(1))}
        {button(t("uploads.remove"), () => {
          photos.remove(page.id);
          announce(t("uploads.photos.removed", { number }));
        })}
      </div>
      {isCropping && (
        <CropPhoto
          crop={page.crop}
          number={number}
          onChange={(crop) => photos.crop(page.id, crop)}
          onDone={() => {
            setIsCropping(false);
            cropButton.current?.focus();
            announce(t(isCropped(page.crop) ? "uploads.photos.cropped" : "uploads.photos.uncropped", { number }));
          }}
        />
      )}
    </li>
  );
}

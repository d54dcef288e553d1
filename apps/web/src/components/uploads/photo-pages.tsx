"use client";

import { useId, useState } from "react";
import { useI18n } from "../../i18n/client.tsx";
import { drawPage } from "../../lib/photos/draw-page.ts";
import { hasPlace } from "../../lib/photos/jpeg.ts";
import type { PhotoPage as Page } from "../../lib/photos/held-photos.ts";
import type { PhotoPages as Pages } from "../../lib/photos/use-photo-pages.ts";
import { type PdfPage, writePdf } from "../../lib/photos/write-pdf.ts";
import { Button } from "../../ui/button.tsx";
import { SuccessIcon } from "../../ui/icons.tsx";
import { useAnnounce } from "../../ui/live-region.tsx";
import { PhotoPage } from "./photo-page.tsx";

type PhotoPagesProps = {
  pages: readonly Page[];
  photos: Pages;
  /** What the document is called from now on: the names of photos tell when and with what they were taken. */
  name: string;
  onDone: (file: File) => void;
  onUnreadable: (name: string) => void;
};

/** Photos on their way to becoming one document: their order, how they lie, and then a PDF of them. */
export function PhotoPages({ pages, photos, name, onDone, onUnreadable }: PhotoPagesProps) {
  const { t } = useI18n();
  const announce = useAnnounce();
  const heading = useId();
  const [isMaking, setIsMaking] = useState(false);

  const make = async () => {
    setIsMaking(true);
    try {
      const drawn: PdfPage[] = [];
      let places = 0;
      for (const page of pages) {
        // One at a time: a photo unpacked takes fifty megabytes.
        const made = await drawPage(page.file, page.quarterTurns, page.crop).catch(() => null);
        if (!made) {
          onUnreadable(page.file.name);
          photos.remove(page.id);
          return;
        }
        drawn.push(made);
        if (hasPlace(new Uint8Array(await page.file.slice(0, headLength).arrayBuffer()))) places += 1;
      }
      onDone(new File([writePdf(drawn)], `${name}.pdf`, { type: "application/pdf" }));
      announce(places > 0 ? t("uploads.photos.doneWithPlaces", { count: places }) : t("uploads.photos.done"));
    } finally {
      setIsMaking(false);
    }
  };

  return (
    <section
      aria-labelledby={heading}
      data-area
      className="grid gap-4 rounded-card border border-action bg-raised p-4 sm:p-5"
    >
      <div>
        <h2 id={heading} className="font-semibold text-base">
          {t("uploads.photos.title", { count: pages.length })}
        </h2>
        <p className="mt-1 flex gap-2 text-muted text-sm">
          <SuccessIcon className="mt-0.5 size-5 text-success" />
          <span>{t("uploads.photos.hint")}</span>
        </p>
      </div>
      <ol className="grid gap-3">
        {pages.map((page, index) => (
          <PhotoPage key={page.id} page={page} number={index + 1} of={pages.length} photos={photos} />
        ))}
      </ol>
      <div>
        <Button busy={isMaking ? t("uploads.photos.making") : undefined} onClick={() => void make()}>
          {t("uploads.photos.make")}
        </Button>
      </div>
    </section>
  );
}

/** What a camera says about a photo lies in front of it. */
const headLength = 262_144;

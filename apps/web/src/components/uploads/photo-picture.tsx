"use client";

import type { PhotoPage } from "../../lib/photos/held-photos.ts";
import { cropOfPicture, isCropped, sides } from "../../lib/photos/crop.ts";
import { classNames } from "../../ui/class-names.ts";

/** By name: Tailwind finds classes only where they stand whole. */
const turned = ["", "rotate-90", "rotate-180", "-rotate-90"] as const;

type PhotoPictureProps = { page: PhotoPage; alt: string; isLarge: boolean };

/** A photo as its page will be; while somebody is cutting, large, and with what is cut off behind it. */
export function PhotoPicture({ page, alt, isLarge }: PhotoPictureProps) {
  const own = cropOfPicture(page.crop, page.quarterTurns);
  const clipPath = `inset(${sides.map((side) => `${own[side]}%`).join(" ")})`;
  const picture = classNames("col-start-1 row-start-1 max-h-full max-w-full object-contain", turned[page.quarterTurns]);
  return (
    <div
      className={classNames(
        "grid max-w-full shrink-0 grid-cols-[100%] grid-rows-[100%] place-items-center overflow-hidden rounded-control bg-paper",
        isLarge ? "col-span-2 size-72" : "size-24 sm:row-span-2",
      )}
    >
      {/* oxlint-disable-next-line next/no-img-element -- it never leaves this device: no server could make it smaller */}
      {isLarge && <img src={page.url} alt="" className={classNames(picture, "opacity-25")} />}
      {/* oxlint-disable-next-line next/no-img-element -- the same */}
      <img src={page.url} alt={alt} className={picture} style={isCropped(own) ? { clipPath } : undefined} />
    </div>
  );
}

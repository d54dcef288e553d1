import { longestSide } from "./messages.ts";

/** 16 megapixels: the smallest limit among current browsers (Safari on phones); beyond it a canvas stays empty. */
export const mostPixels = 16_777_216;

type Size = { width: number; height: number };

/**
 * How large a page is drawn: `scale` from PDF points to CSS pixels, `density` from those to pixels of the canvas. A page
 * of any claimed size ends up inside both limits; it only becomes smaller or coarser.
 */
export function fitPage(page: Size, wantedWidth: number, devicePixelRatio: number) {
  const scale = Math.min(wantedWidth / page.width, longestSide / page.width, longestSide / page.height);
  const width = Math.max(1, page.width * scale);
  const height = Math.max(1, page.height * scale);
  const density = Math.min(
    devicePixelRatio,
    Math.sqrt(mostPixels / (width * height)),
    longestSide / Math.max(width, height),
  );
  return { scale, density, width, height };
}

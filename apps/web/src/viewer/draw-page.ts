import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { fitPage } from "./fit-page.ts";
import { longestText } from "./messages.ts";

/** Draws on a new canvas, so that the page before stays in view until this one is complete. */
export function drawPage(sheet: PDFPageProxy, wantedWidth: number) {
  const { scale, density, width, height } = fitPage(sheet.getViewport({ scale: 1 }), wantedWidth, devicePixelRatio);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.floor(width * density));
  canvas.height = Math.max(1, Math.floor(height * density));
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const task = sheet.render({ canvas, viewport: sheet.getViewport({ scale: scale * density }) });
  return { canvas, task, width, height };
}

/** The words of a page in the order of the file. Empty for a scan. */
export async function textOf(sheet: PDFPageProxy) {
  const { items } = await sheet.getTextContent();
  return items
    .map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : ""))
    .join("")
    .trim()
    .slice(0, longestText);
}

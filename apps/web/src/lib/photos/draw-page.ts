import { type Crop, cutOut } from "./crop.ts";
import { bareJpeg } from "./jpeg.ts";
import type { PdfPage } from "./write-pdf.ts";

/** A sheet of A4 at a bit over 200 dots per inch: small print stays legible, and ten pages stay below ten megabytes. */
const longestSide = 2_400;
const quality = 0.82;

/**
 * A picture as a page: upright as its camera meant it, turned further and cut as the person wants it. It is drawn anew, so
 * neither what was said about it nor what was cut off is in it. Throws when this browser cannot read the picture.
 */
export async function drawPage(file: Blob, quarterTurns: number, crop: Crop): Promise<PdfPage> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  try {
    const { width: w, height: h } = picture;
    const [shownWidth, shownHeight] = quarterTurns % 2 === 0 ? [w, h] : [h, w];
    const rest = cutOut(crop, shownWidth, shownHeight);
    const scale = Math.min(1, longestSide / Math.max(rest.width, rest.height));
    const [width, height] = [Math.ceil(rest.width * scale), Math.ceil(rest.height * scale)];
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("this browser cannot draw");
    // What is transparent would become black.
    context.fillStyle = "#fff";
    context.fillRect(0, 0, width, height);
    context.scale(scale, scale);
    context.translate(shownWidth / 2 - rest.x, shownHeight / 2 - rest.y);
    context.rotate((quarterTurns * Math.PI) / 2);
    context.drawImage(picture, -w / 2, -h / 2, w, h);
    const drawn = await canvas.convertToBlob({ type: "image/jpeg", quality });
    return { jpeg: bareJpeg(new Uint8Array(await drawn.arrayBuffer())), width, height };
  } finally {
    picture.close();
  }
}

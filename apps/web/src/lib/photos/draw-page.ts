import { bareJpeg } from "./jpeg.ts";
import type { PdfPage } from "./write-pdf.ts";

/** A sheet of A4 at a bit over 200 dots per inch: small print stays legible, and ten pages stay below ten megabytes. */
const longestSide = 2_400;
const quality = 0.82;

/**
 * A picture as a page: upright as its camera meant it and turned further as the person wants it, drawn anew and so without
 * anything that was said about it. Throws when this browser cannot read the picture.
 */
export async function drawPage(file: Blob, quarterTurns: number): Promise<PdfPage> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  try {
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const [w, h] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
    const [width, height] = quarterTurns % 2 === 0 ? [w, h] : [h, w];
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("this browser cannot draw");
    // What is transparent would become black.
    context.fillStyle = "#fff";
    context.fillRect(0, 0, width, height);
    context.translate(width / 2, height / 2);
    context.rotate((quarterTurns * Math.PI) / 2);
    context.drawImage(picture, -w / 2, -h / 2, w, h);
    const drawn = await canvas.convertToBlob({ type: "image/jpeg", quality });
    return { jpeg: bareJpeg(new Uint8Array(await drawn.arrayBuffer())), width, height };
  } finally {
    picture.close();
  }
}

import { isHardToRead } from "./sharpness.ts";

/** Each dot stands for two of the page that is made of it: the noise of the camera is gone, and blur is still to be seen. */
const longestSide = 1_200;

/** Looks at a photo before anything is made of it. Throws when this browser cannot read it. */
export async function isBlurred(file: Blob): Promise<boolean> {
  const picture = await createImageBitmap(file);
  try {
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
    const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
    if (!context) return false;
    context.imageSmoothingQuality = "high";
    context.drawImage(picture, 0, 0, width, height);
    return isHardToRead(context.getImageData(0, 0, width, height));
  } finally {
    picture.close();
  }
}

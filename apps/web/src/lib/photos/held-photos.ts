import { createHeld } from "../unsent/held.ts";
import type { Crop } from "./crop.ts";

/** A photo that is to become a page, how it lies, and what of it is left. `isBlurred`: somebody has to say whether it is good enough. */
export type PhotoPage = {
  id: string;
  slot: string;
  file: File;
  quarterTurns: number;
  crop: Crop;
  url: string;
  isBlurred: boolean;
};

/** Photos that are not a document yet, by the bundle that they are for. */
export const heldPhotos = createHeld<readonly PhotoPage[]>([]);

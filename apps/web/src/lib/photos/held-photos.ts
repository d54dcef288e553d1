import { createHeld } from "../unsent/held.ts";

/** A photo that is to become a page, and how it lies. `isBlurred`: somebody has to say whether it is good enough. */
export type PhotoPage = {
  id: string;
  slot: string;
  file: File;
  quarterTurns: number;
  url: string;
  isBlurred: boolean;
};

/** Photos that are not a document yet, by the bundle that they are for. */
export const heldPhotos = createHeld<readonly PhotoPage[]>([]);

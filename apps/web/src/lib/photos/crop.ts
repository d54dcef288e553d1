/** How much is cut off at each side of a photo as it is shown, in percent. */
export type Crop = Readonly<Record<(typeof sides)[number], number>>;

export const sides = ["top", "right", "bottom", "left"] as const;
export const noCrop: Crop = { top: 0, right: 0, bottom: 0, left: 0 };
/** Of each side: a part of the middle always stays. */
export const mostCut = 45;

export const isCropped = (crop: Crop) => sides.some((side) => crop[side] > 0);

/** A quarter further clockwise, what was on the left is on top. */
export const turnCrop = ({ top, right, bottom, left }: Crop): Crop => ({
  top: left,
  right: top,
  bottom: right,
  left: bottom,
});

/** By the sides of the picture itself, which is shown turned. */
export function cropOfPicture(crop: Crop, quarterTurns: number): Crop {
  let own = crop;
  for (let turns = quarterTurns; turns % 4 !== 0; turns += 1) own = turnCrop(own);
  return own;
}

/** What is left of a picture of this size. */
export function cutOut({ top, right, bottom, left }: Crop, width: number, height: number) {
  const part = (size: number, percent: number) => Math.round((size * percent) / 100);
  return {
    x: part(width, left),
    y: part(height, top),
    width: Math.max(1, part(width, 100 - left - right)),
    height: Math.max(1, part(height, 100 - top - bottom)),
  };
}

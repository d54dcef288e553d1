type Picture = { data: Uint8ClampedArray; width: number; height: number };

/** Large enough to hold several letters of a photographed page, small enough that a shadow does not fill it. */
const tileSide = 48;
/** Variance of the grey (0–255) that the noise of a camera may have at most; more than that is something to see. */
const mostNoise = 16;
/** Variance below which a tile shows nothing but paper. */
const leastContrast = 40;
/** What white noise of variance 1 becomes under the Laplacian: 4² + 4 · 1². */
const noiseGain = 20;
/** Print of ten points has 0.3 and more when it can be read well, and 0.05 when it cannot (`sharpness.test.ts`). */
const blurLimit = 0.075;

/** True when it shows something and nothing of it is sharp. A suspicion for a person to look at, and never more. */
export function isHardToRead(picture: Picture): boolean {
  const sharpness = sharpnessOf(picture);
  return sharpness !== null && sharpness < blurLimit;
}

/**
 * The variance of the Laplacian, divided by the variance of the picture itself, so that grey print counts like black; from
 * both the noise is taken off, as the flattest parts show it. Of the tiles with something in them the upper quartile counts:
 * the soft shadow beside a sharp letter must not speak for it. Null when there is nothing to read.
 */
export function sharpnessOf({ data, width, height }: Picture): number | null {
  const grey = greyOf(data, width * height);
  const tiles: Tile[] = [];
  for (let top = 1; top + tileSide < height; top += tileSide)
    for (let left = 1; left + tileSide < width; left += tileSide) tiles.push(tileAt(grey, width, left, top));
  const noise = Math.min(
    mostNoise,
    (at(
      0.05,
      tiles.map(({ edges }) => edges),
    ) ?? 0) / noiseGain,
  );
  const shown = tiles.filter(({ contrast }) => contrast - noise >= leastContrast);
  return at(
    0.75,
    shown.map(({ edges, contrast }) => (edges - noiseGain * noise) / (contrast - noise)),
  );
}

const at = (share: number, values: readonly number[]) =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? null;

function greyOf(data: Uint8ClampedArray, count: number) {
  const grey = new Float32Array(count);
  for (let dot = 0; dot < count; dot += 1) {
    const [red = 0, green = 0, blue = 0] = [data[4 * dot], data[4 * dot + 1], data[4 * dot + 2]];
    grey[dot] = 0.299 * red + 0.587 * green + 0.114 * blue;
  }
  return grey;
}

type Tile = { contrast: number; edges: number };

function tileAt(grey: Float32Array, width: number, left: number, top: number): Tile {
  let [sum, squares, edgeSum, edgeSquares] = [0, 0, 0, 0];
  for (let y = top; y < top + tileSide; y += 1)
    for (let x = left; x < left + tileSide; x += 1) {
      const dot = y * width + x;
      const here = grey[dot] ?? 0;
      const beside = (grey[dot - 1] ?? 0) + (grey[dot + 1] ?? 0);
      const edge = beside + (grey[dot - width] ?? 0) + (grey[dot + width] ?? 0) - 4 * here;
      sum += here;
      squares += here * here;
      edgeSum += edge;
      edgeSquares += edge * edge;
    }
  const count = tileSide ** 2;
  const varianceOf = (total: number, totalOfSquares: number) => totalOfSquares / count - (total / count) ** 2;
  return { contrast: varianceOf(sum, squares), edges: varianceOf(edgeSum, edgeSquares) };
}

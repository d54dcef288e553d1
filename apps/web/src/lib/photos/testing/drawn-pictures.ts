/** Pictures as a camera would deliver them, drawn without one: the same numbers each time. */
type Grey = { values: Float64Array; width: number; height: number };

export function randomFrom(seed: number) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** Lines of small print on paper: strokes in the sizes that ten points have on a sheet of 1,200 dots. */
export function printedPage(width: number, height: number, { paper = 235, ink = 30, lines = Infinity } = {}): Grey {
  const random = randomFrom(7);
  const values = new Float64Array(width * height).fill(paper);
  const stroke = (left: number, top: number, w: number, h: number) => {
    for (let y = Math.floor(top); y < top + h; y += 1)
      for (let x = Math.floor(left); x < left + w; x += 1) if (x < width && y < height) values[y * width + x] = ink;
  };
  let line = 0;
  for (let top = 60; top < height - 60 && line < lines; top += 18, line += 1)
    for (let left = 70; left < width - 70; left += 7) {
      if (random() < 0.15) continue;
      for (let count = 0; count < 2; count += 1)
        if (random() < 0.6) stroke(left + random() * 5, top, 1 + random(), 7 + random() * 3);
        else stroke(left, top + random() * 8, 5, 1 + random());
    }
  return { values, width, height };
}

/** Out of focus by so many dots: a Gaussian, one direction after the other. */
export function blurred({ values, width, height }: Grey, sigma: number): Grey {
  const radius = Math.ceil(3 * sigma);
  const kernel = Array.from({ length: 2 * radius + 1 }, (_, at) => Math.exp(-((at - radius) ** 2) / (2 * sigma ** 2)));
  const total = kernel.reduce((sum, weight) => sum + weight, 0);
  const along = (from: Float64Array, step: "x" | "y") =>
    from.map((_, at) => {
      const [x, y] = [at % width, Math.floor(at / width)];
      return kernel.reduce((sum, weight, offset) => {
        const by = offset - radius;
        const [px, py] = step === "x" ? [x + by, y] : [x, y + by];
        const inside = Math.min(height - 1, Math.max(0, py)) * width + Math.min(width - 1, Math.max(0, px));
        return sum + (weight / total) * (from[inside] ?? 0);
      }, 0);
    });
  return sigma === 0 ? { values, width, height } : { values: along(along(values, "x"), "y"), width, height };
}

/** As the sensor sees it: with a shadow over it and with its noise, in colours. */
export function photographed({ values, width, height }: Grey, { noise = 3, shadow = 0.25 } = {}) {
  const random = randomFrom(11);
  const data = new Uint8ClampedArray(4 * width * height);
  for (const [at, value] of values.entries()) {
    const light = 1 - (shadow * (at % width)) / width;
    const seen = value * light + (random() + random() + random() - 1.5) * 2 * noise;
    data.set([seen, seen, seen, 255], 4 * at);
  }
  return { data, width, height };
}

import { describe, expect, it } from "vitest";
import { isHardToRead, sharpnessOf } from "./sharpness.ts";
import { blurred, photographed, printedPage } from "./testing/drawn-pictures.ts";

const [width, height] = [420, 360];
const pages = {
  "black print": printedPage(width, height),
  "grey print": printedPage(width, height, { paper: 200, ink: 130 }),
  "a single line": printedPage(width, height, { lines: 1 }),
} as const;
const names = Object.keys(pages) as (keyof typeof pages)[];

/** Dots of blur in a picture of 1,200; on the page that is made of it twice as many. */
const [stillRead, notRead] = [1, 2.5] as const;

describe.each(names)("a photo of %s", (name) => {
  it("is not doubted as long as it can be read, with whatever noise", () => {
    for (const sigma of [0, 0.5, stillRead])
      for (const noise of [0, 1, 3])
        expect([sigma, noise, isHardToRead(photographed(blurred(pages[name], sigma), { noise }))]).toEqual([
          sigma,
          noise,
          false,
        ]);
  });

  it("is doubted when its letters run into each other", () => {
    for (const sigma of [notRead, 4])
      for (const noise of [0, 1])
        expect([sigma, noise, isHardToRead(photographed(blurred(pages[name], sigma), { noise }))]).toEqual([
          sigma,
          noise,
          true,
        ]);
  });
});

it("the limit lies well between both: three times below what is read, and above what is not", () => {
  const sharpness = (sigma: number) => sharpnessOf(photographed(blurred(pages["black print"], sigma), { noise: 1 }));
  expect(sharpness(stillRead)).toBeGreaterThan(3 * 0.075);
  expect(sharpness(notRead)).toBeLessThan(0.075 / 2);
});

it("a sharp letter counts although most of the picture is the shadow of a hand", () => {
  const { values } = pages["a single line"];
  const shaded = values.map((value, at) => value * (0.6 + 0.4 / (1 + Math.exp((180 - Math.floor(at / width)) / 12))));
  const page = { values: shaded, width, height };
  expect(isHardToRead(photographed(page, { noise: 1 }))).toBe(false);
  expect(isHardToRead(photographed(blurred(page, 4), { noise: 1 }))).toBe(true);
});

it("an empty sheet, and a picture too small for a letter, are not doubted: there is nothing to read", () => {
  expect(sharpnessOf(photographed(printedPage(width, height, { lines: 0 })))).toBeNull();
  expect(sharpnessOf(photographed(printedPage(20, 20)))).toBeNull();
});

import { afterEach, describe, expect, it } from "vitest";
import { noCrop } from "../photos/crop.ts";
import { type PhotoPage, heldPhotos } from "../photos/held-photos.ts";
import { askBeforeUnload, beforeLeaving, mayLeave } from "./before-leaving.ts";
import { heldTexts } from "./held.ts";

const page: PhotoPage = {
  id: "1",
  slot: "a",
  file: new File([], "a.jpg"),
  quarterTurns: 0,
  crop: noCrop,
  url: "blob:a",
  isBlurred: false,
};

afterEach(() => {
  heldTexts.change("message/a", () => "");
  heldPhotos.change("account/bundle", () => []);
});

describe("a page whose login is over", () => {
  it("is left for the login when nothing would be lost", () => {
    expect(mayLeave(new EventTarget())).toBe(true);
  });

  it("stays while a text is unsent, also when the lock has taken its field away", () => {
    heldTexts.change("message/a", () => "unsent");
    expect(mayLeave(new EventTarget())).toBe(false);
    heldTexts.change("message/a", () => "");
    expect(mayLeave(new EventTarget())).toBe(true);
  });

  it("stays while photos are not a document yet", () => {
    heldPhotos.change("account/bundle", (before) => [...before, page]);
    expect(mayLeave(new EventTarget())).toBe(false);
    heldPhotos.change("account/bundle", (before) => before.filter(({ id }) => id !== page.id));
    expect(mayLeave(new EventTarget())).toBe(true);
  });

  it("stays while a letter says no", () => {
    const target = new EventTarget();
    target.addEventListener(beforeLeaving, (event) => event.preventDefault());
    expect(mayLeave(target)).toBe(false);
  });
});

describe("a page that is loaded anew or closed", () => {
  it("asks first while photos are not a document yet, and not otherwise", () => {
    const target = new EventTarget();
    const stop = askBeforeUnload(target);
    const goes = () => target.dispatchEvent(new Event("beforeunload", { cancelable: true }));
    expect(goes()).toBe(true);
    heldPhotos.change("account/bundle", () => [page]);
    expect(goes()).toBe(false);
    stop();
    expect(goes()).toBe(true);
  });
});

import { describe, expect, it, vi } from "vitest";
import { keepAwake } from "./keep-awake.ts";
import { createUnderWay } from "./under-way.ts";

/** A screen as a browser keeps it on: while the page is in sight, and until it is given back. */
function setOut(isRefused = false) {
  const inSight = { visibilityState: "visible" } as const;
  const page: EventTarget & { visibilityState: DocumentVisibilityState } = Object.assign(new EventTarget(), inSight);
  const held = new Set<object>();
  const request = async () => {
    if (isRefused) throw new DOMException("low battery", "NotAllowedError");
    const sentinel = {
      released: false,
      release: async () => {
        sentinel.released = true;
        held.delete(sentinel);
      },
    };
    held.add(sentinel);
    return sentinel as never;
  };
  const show = (state: DocumentVisibilityState) => {
    page.visibilityState = state;
    if (state === "hidden") for (const sentinel of held) void (sentinel as { release: () => Promise<void> }).release();
    page.dispatchEvent(new Event("visibilitychange"));
  };
  const underWay = createUnderWay();
  return { page, underWay, show, wakeLock: { request }, isOn: () => held.size > 0, locks: () => held.size };
}

describe("the screen of a device that sends", () => {
  it("stays on while something is under way, and not a moment longer", async () => {
    const { underWay, page, wakeLock, isOn, locks } = setOut();
    keepAwake(underWay, page, wakeLock);
    expect(isOn()).toBe(false);
    const [endOne, endTwo] = [underWay.begin(), underWay.begin()];
    await vi.waitFor(() => expect(isOn()).toBe(true));
    endOne();
    await Promise.resolve();
    expect(locks()).toBe(1);
    endTwo();
    await vi.waitFor(() => expect(isOn()).toBe(false));
  });

  it("is kept on again when the page comes back into sight, and not for one that is over by then", async () => {
    const { underWay, page, wakeLock, show, isOn } = setOut();
    keepAwake(underWay, page, wakeLock);
    const end = underWay.begin();
    await vi.waitFor(() => expect(isOn()).toBe(true));
    show("hidden");
    expect(isOn()).toBe(false);
    show("visible");
    await vi.waitFor(() => expect(isOn()).toBe(true));
    show("hidden");
    end();
    show("visible");
    await Promise.resolve();
    expect(isOn()).toBe(false);
  });

  it("may go dark again when nobody watches any more, also while the browser is still being asked", async () => {
    const { page, underWay, wakeLock, isOn } = setOut();
    const stop = keepAwake(underWay, page, wakeLock);
    underWay.begin();
    expect(isOn()).toBe(true);
    stop();
    await vi.waitFor(() => expect(isOn()).toBe(false));
    underWay.begin();
    page.dispatchEvent(new Event("visibilitychange"));
    expect(isOn()).toBe(false);
  });

  it("may go dark where the browser knows nothing of this, or refuses", async () => {
    for (const { underWay, page, wakeLock, isOn } of [setOut(true), { ...setOut(), wakeLock: undefined }]) {
      const stop = keepAwake(underWay, page, wakeLock);
      const end = underWay.begin();
      await Promise.resolve();
      expect(isOn()).toBe(false);
      end();
      stop();
    }
  });
});

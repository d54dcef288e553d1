import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lockAfterMinutes, watchIdle } from "./watch-idle.ts";
import { beforeLeaving } from "../unsent/before-leaving.ts";
import { heldTexts } from "../unsent/held.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const minutes = (count: number) => vi.advanceTimersByTime(count * 60_000);

function watched() {
  const target = new EventTarget();
  const locked = { times: 0 };
  const stop = watchIdle(target, () => (locked.times += 1));
  return { target, locked, stop };
}

describe("a page that nobody touches", () => {
  it("is locked after fifteen minutes, once, and not a minute before", () => {
    const { locked } = watched();
    expect(lockAfterMinutes).toBe(15);
    minutes(14);
    expect(locked.times).toBe(0);
    minutes(2);
    expect(locked.times).toBe(1);
    minutes(60);
    expect(locked.times).toBe(1);
  });

  it("stays open while somebody works, whatever else happens in it", () => {
    const { target, locked } = watched();
    for (const sign of ["keydown", "pointerdown", "wheel"]) {
      minutes(14);
      target.dispatchEvent(new Event(sign));
    }
    expect(locked.times).toBe(0);
    minutes(10);
    target.dispatchEvent(new Event("message"));
    minutes(6);
    expect(locked.times).toBe(1);
  });

  it("is locked although something unsent is in it, and nothing in it can refuse", () => {
    const { target, locked } = watched();
    for (const asked of ["dvd-before-lock", beforeLeaving])
      target.addEventListener(asked, (event) => event.preventDefault());
    heldTexts.change("message/a", () => "unsent");
    minutes(16);
    expect(locked.times).toBe(1);
    expect(heldTexts.get("message/a")).toBe("unsent");
    heldTexts.change("message/a", () => "");
  });

  it("is left alone when nobody watches any more", () => {
    const { locked, stop } = watched();
    stop();
    minutes(60);
    expect(locked.times).toBe(0);
  });
});

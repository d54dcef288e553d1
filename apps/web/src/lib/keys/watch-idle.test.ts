import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { beforeLock, lockAfterMinutes, watchIdle } from "./watch-idle.ts";

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

  it("is not locked while something would be lost", () => {
    const { target, locked } = watched();
    const hold = (event: Event) => event.preventDefault();
    target.addEventListener(beforeLock, hold);
    minutes(40);
    expect(locked.times).toBe(0);
    target.removeEventListener(beforeLock, hold);
    minutes(1);
    expect(locked.times).toBe(1);
  });

  it("is left alone when nobody watches any more", () => {
    const { locked, stop } = watched();
    stop();
    minutes(60);
    expect(locked.times).toBe(0);
  });
});

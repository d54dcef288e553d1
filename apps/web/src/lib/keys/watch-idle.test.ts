import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createUnderWay } from "../uploads/under-way.ts";
import { lockAfterMinutes, longestSendingHours, watchIdle } from "./watch-idle.ts";
import { beforeLeaving } from "../unsent/before-leaving.ts";
import { heldTexts } from "../unsent/held.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const minutes = (count: number) => vi.advanceTimersByTime(count * 60_000);

function watched() {
  const target = new EventTarget();
  const locked = { times: 0 };
  const covered = { times: 0 };
  const underWay = createUnderWay();
  const stop = watchIdle(target, {
    isSending: underWay.isAny,
    onCover: () => (covered.times += 1),
    onLock: () => (locked.times += 1),
  });
  return { target, locked, covered, underWay, stop };
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

  it("is only covered while it sends, so that two gigabytes arrive over a slow line", () => {
    const { locked, covered, underWay } = watched();
    minutes(3);
    const end = underWay.begin();
    minutes(11);
    expect(covered.times).toBe(0);
    minutes(16);
    expect([covered.times, locked.times]).toEqual([1, 0]);
    end();
    minutes(60);
    expect([covered.times, locked.times], "who comes back finds what became of it").toEqual([1, 0]);
  });

  it("is locked when the sending has ended before, and when it takes longer than anything can", () => {
    const ended = watched();
    const end = ended.underWay.begin();
    minutes(14);
    end();
    minutes(2);
    expect([ended.covered.times, ended.locked.times]).toEqual([0, 1]);

    const endless = watched();
    endless.underWay.begin();
    minutes(longestSendingHours * 60 - 1);
    expect(endless.locked.times).toBe(0);
    minutes(2);
    expect([endless.covered.times, endless.locked.times]).toEqual([1, 1]);
  });

  it("that was covered counts anew from the person who came back", () => {
    const { target, locked, covered, underWay } = watched();
    const end = underWay.begin();
    minutes(16);
    target.dispatchEvent(new Event("keydown"));
    end();
    minutes(14);
    expect([covered.times, locked.times]).toEqual([1, 0]);
    minutes(2);
    expect(locked.times).toBe(1);
  });

  it("is left alone when nobody watches any more", () => {
    const { locked, stop } = watched();
    stop();
    minutes(60);
    expect(locked.times).toBe(0);
  });
});

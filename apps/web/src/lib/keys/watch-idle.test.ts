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
  const locked = { times: 0, wasCovered: false };
  const covered = { times: 0 };
  const underWay = createUnderWay();
  const watch = watchIdle(target, {
    isSending: underWay.isAny,
    onCover: () => (covered.times += 1),
    onLock: ({ wasCovered }) => Object.assign(locked, { times: locked.times + 1, wasCovered }),
  });
  return { target, locked, covered, underWay, watch };
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

  it("is only covered while it sends, so that two gigabytes arrive over a slow line, and locked when they have", () => {
    const { locked, covered, underWay } = watched();
    minutes(3);
    const end = underWay.begin();
    minutes(11);
    expect(covered.times).toBe(0);
    minutes(16);
    expect([covered.times, locked.times]).toEqual([1, 0]);
    end();
    vi.advanceTimersByTime(15_000);
    expect([covered.times, locked.times]).toEqual([1, 1]);
    expect(locked.wasCovered, "who opens it is told that it sends no more").toBe(true);
  });

  it("is locked when the sending has ended before, and when it takes longer than anything can", () => {
    const ended = watched();
    const end = ended.underWay.begin();
    minutes(14);
    end();
    minutes(2);
    expect([ended.covered.times, ended.locked.times]).toEqual([0, 1]);
    expect(ended.locked.wasCovered).toBe(false);

    const endless = watched();
    endless.underWay.begin();
    minutes(longestSendingHours * 60 - 1);
    expect(endless.locked.times).toBe(0);
    minutes(2);
    expect([endless.covered.times, endless.locked.times]).toEqual([1, 1]);
  });

  it("stays covered whatever hand is on it, and is locked after the sending all the same", () => {
    const { target, locked, covered, underWay } = watched();
    const end = underWay.begin();
    minutes(16);
    for (const sign of ["pointermove", "pointerdown", "keydown"]) target.dispatchEvent(new Event(sign));
    minutes(1);
    expect(covered.times, "not a second time: it has never been open").toBe(1);
    end();
    minutes(1);
    expect(locked.times).toBe(1);
  });

  it("is locked after the longest sending also when somebody has touched the cover", () => {
    const { target, locked, underWay } = watched();
    underWay.begin();
    for (let hour = 0; hour < longestSendingHours; hour += 1) {
      minutes(59);
      target.dispatchEvent(new Event("pointermove"));
      minutes(1);
    }
    minutes(1);
    expect(locked.times).toBe(1);
  });

  it("that was uncovered counts anew from the person who came back", () => {
    const { watch, target, locked, covered, underWay } = watched();
    const end = underWay.begin();
    minutes(16);
    watch.uncover();
    end();
    minutes(14);
    expect([covered.times, locked.times]).toEqual([1, 0]);
    target.dispatchEvent(new Event("keydown"));
    minutes(14);
    expect(locked.times).toBe(0);
    minutes(2);
    expect([locked.times, locked.wasCovered]).toEqual([1, false]);
  });

  it("that was uncovered is covered again while it goes on sending", () => {
    const { watch, locked, covered, underWay } = watched();
    underWay.begin();
    minutes(16);
    watch.uncover();
    minutes(16);
    expect([covered.times, locked.times]).toEqual([2, 0]);
  });

  it("is left alone when nobody watches any more", () => {
    const { locked, watch } = watched();
    watch.stop();
    minutes(60);
    expect(locked.times).toBe(0);
  });
});

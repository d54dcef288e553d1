import type { UnderWay } from "./under-way.ts";

type Page = Pick<Document, "visibilityState"> & EventTarget;

/**
 * Keeps the screen on while something is under way: a phone that falls asleep sends nothing. The browser takes the lock
 * back whenever the page is out of sight, so it is asked for again. No such thing in a browser, or a battery that is too
 * low for it, is no error. Returns how to stop.
 */
export function keepAwake(underWay: UnderWay, page: Page, wakeLock: Pick<WakeLock, "request"> | undefined) {
  let held: WakeLockSentinel | null = null;
  let asking = false;
  let isStopped = false;

  const isWanted = () => !isStopped && underWay.isAny() && page.visibilityState === "visible";

  async function look(): Promise<void> {
    if (!wakeLock || asking) return;
    if (!isWanted()) {
      const former = held;
      held = null;
      await former?.release().catch(() => undefined);
      return;
    }
    if (held && !held.released) return;
    asking = true;
    held = await wakeLock.request("screen").catch(() => null);
    asking = false;
    // It ended, nobody watches any more, or the page went out of sight, while the browser was asked.
    if (!isWanted() || held?.released) await look();
  }

  const lookAgain = () => void look();
  const stopWatching = underWay.watch(lookAgain);
  page.addEventListener("visibilitychange", lookAgain);
  lookAgain();
  return () => {
    isStopped = true;
    stopWatching();
    page.removeEventListener("visibilitychange", lookAgain);
    lookAgain();
  };
}

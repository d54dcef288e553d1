/** After so long without a person, content is not left lying open. */
export const lockAfterMinutes = 15;
/** So long at most something may go on sending with nobody there: five gigabytes at three megabits a second. */
export const longestSendingHours = 4;

const signsOfLife = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"];
const checkEvery = 15_000;

/**
 * What becomes of a page that nobody has touched for so long. While it sends it is only covered: nobody can look on, and
 * what was begun, and can take longer than a person sits still, is not torn off. When all is sent it is locked.
 */
export function idleState(idleMs: number, isSending: boolean): "open" | "covered" | "locked" {
  if (idleMs < lockAfterMinutes * 60_000) return "open";
  return isSending && idleMs < longestSendingHours * 3_600_000 ? "covered" : "locked";
}

type OnIdle = {
  isSending: () => boolean;
  onCover: () => void;
  /** Once: nobody watches any more then. */
  onLock: (why: { wasCovered: boolean }) => void;
};

/**
 * Only a person counts: what the live stream brings is no activity. By the clock and not by a timer's length, so that a
 * laptop that slept locks when it wakes. On a covered page a hand proves nothing: it stays so until it is uncovered.
 */
export function watchIdle(target: EventTarget, { isSending, onCover, onLock }: OnIdle, now: () => number = Date.now) {
  let lastSign = now();
  let isCovered = false;
  const live = () => {
    if (!isCovered) lastSign = now();
  };
  const stop = () => {
    clearInterval(timer);
    for (const sign of signsOfLife) target.removeEventListener(sign, live);
  };
  const timer = setInterval(() => {
    const state = idleState(now() - lastSign, isSending());
    if (state === "open") return;
    if (state === "covered") {
      if (!isCovered) onCover();
      isCovered = true;
      return;
    }
    stop();
    onLock({ wasCovered: isCovered });
  }, checkEvery);
  for (const sign of signsOfLife) target.addEventListener(sign, live, { passive: true });
  return {
    stop,
    /** Somebody is back, and has shown that they may look. */
    uncover() {
      isCovered = false;
      lastSign = now();
    },
  };
}

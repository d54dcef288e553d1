/** After so long without a person, content is not left lying open. */
export const lockAfterMinutes = 15;

const signsOfLife = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"];
const checkEvery = 15_000;

/**
 * Calls back once, when nobody has touched anything for that long. Only a person counts: what the live stream brings is
 * no activity. By the clock and not by a timer's length, so that a laptop that slept locks when it wakes. Returns how to stop.
 */
export function watchIdle(target: EventTarget, onIdle: () => void, now: () => number = Date.now): () => void {
  let lastSign = now();
  const live = () => (lastSign = now());
  const stop = () => {
    clearInterval(timer);
    for (const sign of signsOfLife) target.removeEventListener(sign, live);
  };
  const timer = setInterval(() => {
    if (now() - lastSign < lockAfterMinutes * 60_000) return;
    stop();
    onIdle();
  }, checkEvery);
  for (const sign of signsOfLife) target.addEventListener(sign, live, { passive: true });
  return stop;
}

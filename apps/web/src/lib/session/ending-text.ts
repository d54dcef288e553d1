import type { BrowserTextKey } from "../../i18n/index.ts";

/** Time that is left, in words that change three times and not every second: nobody should watch a clock run. */
export function endingText(seconds: number): Extract<BrowserTextKey, `session.left.${string}`> {
  if (seconds > 90) return "session.left.twoMinutes";
  if (seconds > 30) return "session.left.oneMinute";
  return "session.left.seconds";
}

import type { SessionState } from "@dvd/api/sessions/session-state.contract";
import { type SessionPhase, sessionPhase } from "@dvd/domain/session/limits";
import type { Ending } from "./ending-here.ts";

/** What the server says about this login. Null: nobody is signed in here. A rejection: nobody could be asked. */
export type SessionSource = { read(): Promise<SessionState | null>; extend(): Promise<SessionState | null> };

export type SessionNow =
  | { is: "unknown" }
  /** `at`: when the server said what it says about the session. */
  | { is: "quiet"; session: SessionState; at: number }
  | { is: "ending"; session: SessionState; at: number; why: "idle" | "total"; seconds: number }
  /** `time`: as announced. `elsewhere`: somebody ended it, on another device or at the provider. */
  | { is: "over"; why: "time" | "elsewhere" };

type Options = {
  source: SessionSource;
  target: EventTarget;
  onChange: (now: SessionNow) => void;
  /** Another person has signed in in this browser. What this page shows is not theirs. */
  onOtherPerson: () => void;
  /** Tells the other windows of this browser to look again. */
  tell: () => void;
  ending: Ending;
  now: () => number;
};

const signsOfLife = ["pointerdown", "keydown", "wheel", "touchstart"];
const tickMs = 1_000;
/** A person who reads and types without a call to the server is there all the same; so often that is said. */
const reportEveryMs = 60_000;
/** A login in another window ends this one a moment before this browser has the new one: an early end is asked about twice. */
const secondLookMs = 1_500;

/**
 * Follows the end of a login by what the server last said and the time that has passed since. It is the server that ends
 * it: before anybody is told that it ends or has ended, the server is asked once more, because another window may have
 * extended it. Only a person's hand is a sign of life; what the live stream brings is none.
 */
export function watchSession({ source, target, onChange, onOtherPerson, tell, ending, now }: Options) {
  let known: { session: SessionState; at: number } | null = null;
  /** Whose page this is, also after the end of their login. */
  let person: string | null = null;
  let shown: SessionNow = { is: "unknown" };
  let reportedAt = now();
  let asking: Promise<void> | null = null;
  let doubtedAt: number | null = null;
  let secondLook: ReturnType<typeof setTimeout> | null = null;

  const show = (next: SessionNow) => {
    shown = next;
    onChange(next);
  };
  const phase = (): SessionPhase => (known ? sessionPhase(known.session, (now() - known.at) / 1_000) : { is: "quiet" });

  function showPhase() {
    if (!known) return;
    const current = phase();
    if (current.is === "over") show({ is: "over", why: "time" });
    else show({ ...current, ...known });
  }

  function accept(session: SessionState | null) {
    if (!session) {
      if (ending.isUnderWay()) return;
      const isEarly = known !== null && phase().is !== "over";
      if (isEarly && isLookedAtAgain()) return;
      if (known) show({ is: "over", why: isEarly ? "elsewhere" : "time" });
      known = null;
      return;
    }
    doubtedAt = null;
    if (person !== null && person !== session.accountId) onOtherPerson();
    person = session.accountId;
    known = { session, at: now() };
    showPhase();
  }

  function isLookedAtAgain(): boolean {
    doubtedAt ??= now();
    const leftMs = doubtedAt + secondLookMs - now();
    if (leftMs <= 0) return false;
    secondLook ??= setTimeout(() => {
      secondLook = null;
      void check();
    }, leftMs);
    return true;
  }

  /** One question at a time. Offline, what is known goes on to count. */
  const ask = (question: () => Promise<SessionState | null>) =>
    (asking ??= question()
      .then(accept, showPhase)
      .finally(() => {
        asking = null;
      }));
  const check = () => ask(source.read);
  const extend = async () => {
    reportedAt = now();
    await ask(source.extend);
    tell();
  };

  const timer = setInterval(() => {
    if (!known) return;
    const current = phase();
    if (current.is === shown.is && current.is !== "ending") return;
    // The seconds of a warning pass by themselves; that it begins, or is over, only the server can say.
    if (current.is === "ending" && shown.is === "ending") showPhase();
    else void check();
  }, tickMs);

  const live = () => {
    if (shown.is !== "quiet" || now() - reportedAt < reportEveryMs) return;
    void extend();
  };
  for (const sign of signsOfLife) target.addEventListener(sign, live, { passive: true });
  void check();

  const stopAsking = ending.onFailure(() => void check());

  return {
    check,
    extend,
    stop() {
      stopAsking();
      if (secondLook !== null) clearTimeout(secondLook);
      clearInterval(timer);
      for (const sign of signsOfLife) target.removeEventListener(sign, live);
    },
  };
}

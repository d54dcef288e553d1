import type { AppRouter } from "@dvd/api/root";
import type { TRPCLink } from "@trpc/client";
import { observable, type Unsubscribable } from "@trpc/server/observable";
import type { Turns } from "../busy/turns.ts";
import { problemOf } from "../problem.ts";
import { type Pause, pauseBefore } from "./pause-before.ts";

/**
 * Makes a call once more that was refused because of too many, when its turn has come, and a mutation whose answer was
 * lost. Whoever made it only sees that it takes longer: nothing that was typed is lost, and a button that waits becomes
 * usable again by itself.
 */
export const waitForTurn =
  (turns: Turns): TRPCLink<AppRouter> =>
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let call: Unsubscribable | null = null;
      let stopWaiting = () => {};

      const wait = ({ why, ms }: Pause, again: () => void, giveUp: () => void) => {
        const done = why === "told" ? turns.wait(Date.now() + ms) : () => {};
        const timer = setTimeout(() => {
          stopWaiting();
          again();
        }, ms);
        const left = () => {
          stopWaiting();
          giveUp();
        };
        op.signal?.addEventListener("abort", left);
        stopWaiting = () => {
          clearTimeout(timer);
          op.signal?.removeEventListener("abort", left);
          done();
        };
      };

      const attempt = (count: number) => {
        call = next(op).subscribe({
          next: (value) => observer.next(value),
          complete: () => observer.complete(),
          error(error) {
            const failed = { problem: problemOf(error), type: op.type, attempt: count, isOnline: navigator.onLine };
            const pause = pauseBefore(failed, Math.random());
            if (pause === null) observer.error(error);
            else
              wait(
                pause,
                () => attempt(count + 1),
                () => observer.error(error),
              );
          },
        });
      };
      attempt(1);
      return () => {
        stopWaiting();
        call?.unsubscribe();
      };
    });

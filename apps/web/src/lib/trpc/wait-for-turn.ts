import type { AppRouter } from "@dvd/api/root";
import type { TRPCLink } from "@trpc/client";
import { observable, type Unsubscribable } from "@trpc/server/observable";
import type { Turns } from "../busy/turns.ts";
import { problemOf } from "../problem.ts";
import { pauseBefore } from "./pause-before.ts";

/**
 * Makes a call that was refused because of too many once more, when its turn has come. Whoever made it only sees that it
 * takes longer: nothing that was typed is lost, and a button that waits becomes usable again by itself.
 */
export const waitForTurn =
  (turns: Turns): TRPCLink<AppRouter> =>
  () =>
  ({ op, next }) =>
    observable((observer) => {
      let call: Unsubscribable | null = null;
      let stopWaiting = () => {};

      const wait = (pause: number, again: () => void, giveUp: () => void) => {
        const done = turns.wait(Date.now() + pause);
        const timer = setTimeout(() => {
          stopWaiting();
          again();
        }, pause);
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
            const pause = pauseBefore(problemOf(error), count, Math.random());
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

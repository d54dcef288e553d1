/** When the next call that has to wait is made again, as milliseconds of the clock; null while nobody waits. */
type NextTurn = number | null;

/** Calls that were told to come back later, for the one notice that speaks for all of them. */
export function createTurns() {
  const waiting = new Set<{ at: number }>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };

  return {
    /** Notes that a call is made again at this time; the returned function says that it waits no more. */
    wait(at: number) {
      const turn = { at };
      waiting.add(turn);
      tell();
      return () => {
        if (waiting.delete(turn)) tell();
      };
    },
    /** The last of them: when that is through, all are. */
    next: (): NextTurn => (waiting.size === 0 ? null : Math.max(...Array.from(waiting, ({ at }) => at))),
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export type Turns = ReturnType<typeof createTurns>;

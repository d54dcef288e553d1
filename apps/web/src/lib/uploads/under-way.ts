/** What this page is sending right now: until it ends, nothing takes the keys away from it, and the device stays awake. */
export function createUnderWay() {
  const running = new Set<symbol>();
  const watchers = new Set<() => void>();
  const tell = () => {
    for (const watch of watchers) watch();
  };
  return {
    /** Returns how to end it. */
    begin() {
      const one = Symbol("sending");
      running.add(one);
      tell();
      return () => {
        running.delete(one);
        tell();
      };
    },
    isAny: () => running.size > 0,
    /** Returns how to stop. */
    watch(onChange: () => void) {
      watchers.add(onChange);
      return () => void watchers.delete(onChange);
    },
  };
}

export type UnderWay = ReturnType<typeof createUnderWay>;

export const underWay = createUnderWay();

/** Whether the browser throws away what this site keeps when the device runs out of room. Unknown until it was asked. */
export type Persistence = "unknown" | "kept" | "evictable";

type Storage = Partial<Pick<StorageManager, "persisted" | "persist">>;

/** Asked once, when there is something to keep and not before: some browsers ask the person. */
export function createPersistence(storage: Storage | undefined) {
  let answer: Persistence = "unknown";
  let hasAsked = false;
  const watchers = new Set<() => void>();
  return {
    get: () => answer,
    /** Returns how to stop. */
    watch(onChange: () => void) {
      watchers.add(onChange);
      return () => void watchers.delete(onChange);
    },
    async ask() {
      if (hasAsked || !storage?.persist) return;
      hasAsked = true;
      try {
        const isKept = (await storage.persisted?.()) || (await storage.persist());
        answer = isKept ? "kept" : "evictable";
        for (const tell of watchers) tell();
      } catch {
        // A browser that does not say is not accused of anything.
      }
    },
  };
}

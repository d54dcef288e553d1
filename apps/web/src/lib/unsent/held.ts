/**
 * What a person has begun and not sent, by what it is for. It outlives the parts of the page that show it: the lock takes
 * them away and loses nothing. In the memory of this page only; another person's login loads the page anew.
 */
export function createHeld<Value extends { readonly length: number }>(nothing: Value) {
  const held = new Map<string, Value>();
  const watchers = new Set<() => void>();
  const get = (name: string) => held.get(name) ?? nothing;
  return {
    get,
    change(name: string, next: (before: Value) => Value) {
      const value = next(get(name));
      if (value.length > 0) held.set(name, value);
      else held.delete(name);
      for (const tell of watchers) tell();
    },
    isEmpty: () => held.size === 0,
    /** Returns how to stop. */
    watch(tell: () => void) {
      watchers.add(tell);
      return () => void watchers.delete(tell);
    },
  };
}

export type Held<Value extends { readonly length: number }> = ReturnType<typeof createHeld<Value>>;

export const heldTexts = createHeld<string>("");

/** Under which name the next message to a case is held. */
export const messageName = (caseId: string) => `message/${caseId}`;

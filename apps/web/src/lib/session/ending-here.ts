/** What ends the login from this very page, and leaves it afterwards: the end is no news to it then. */
export function createEnding() {
  const onFailure = new Set<() => void>();
  let isUnderWay = false;
  return {
    isUnderWay: () => isUnderWay,
    /** When it fails, the page stays, and has to ask how things stand. */
    async during<T>(end: () => Promise<T>): Promise<T> {
      isUnderWay = true;
      try {
        return await end();
      } catch (error) {
        isUnderWay = false;
        for (const callback of onFailure) callback();
        throw error;
      }
    },
    /** Returns how to stop. */
    onFailure(callback: () => void) {
      onFailure.add(callback);
      return () => void onFailure.delete(callback);
    },
  };
}

export type Ending = ReturnType<typeof createEnding>;

/** One for the page: the button in its header signs out from outside of what follows the login. */
export const endingHere = createEnding();

/** Where next-auth tells other windows of this browser what happened. */
const messageKey = "nextauth.message";

/** Calls back when the person signs out in another window: this one must not stay readable. Returns how to stop. */
export function onSignOutElsewhere(callback: () => void): () => void {
  const listener = ({ key, newValue }: StorageEvent) => {
    if (key === messageKey && newValue?.includes('"signout"')) callback();
  };
  globalThis.addEventListener("storage", listener);
  return () => globalThis.removeEventListener("storage", listener);
}

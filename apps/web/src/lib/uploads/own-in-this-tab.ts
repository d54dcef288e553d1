/**
 * One tab at a time may work on the same documents: two would send the same parts under different seals. `onOwned` is
 * called as soon as it is this one; who leaves passes it on.
 */
export function ownInThisTab(name: string, onOwned: () => void): () => void {
  const leave = new AbortController();
  const left = new Promise<void>((resolve) => {
    leave.signal.addEventListener("abort", () => resolve());
  });
  navigator.locks
    .request(name, { signal: leave.signal }, () => {
      onOwned();
      return left;
    })
    // Left before it was this tab's turn.
    .catch(() => undefined);
  return () => leave.abort();
}

const channelName = "dvd-lock";

/** Tells the other windows of this browser to lock: who locks one and leaves the next one readable is mistaken. */
export function lockElsewhere(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}

/** Returns how to stop. */
export function onLockElsewhere(callback: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = callback;
  return () => channel.close();
}

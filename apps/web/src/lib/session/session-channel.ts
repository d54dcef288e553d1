const channelName = "dvd-session";

/** Tells the other windows of this browser that a login began or was extended. It says nothing else: each asks for itself. */
export function tellOtherWindows(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}

/** Returns how to stop. */
export function onSessionElsewhere(callback: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = callback;
  return () => channel.close();
}

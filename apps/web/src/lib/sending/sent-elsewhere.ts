const channelName = "dvd-sent";

/** Tells the other windows of this browser that something was sent. It says nothing else: each looks for itself. */
export function tellOthersOfSending(): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}

/** Returns how to stop. */
export function onSentElsewhere(callback: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = callback;
  return () => channel.close();
}

export type StreamEvent = { id?: string; event?: string; data?: string; comment?: string };

/** A reader of server-sent events that waits for one at a time. */
export async function openEventStream(url: string, headers: Record<string, string> = {}) {
  const controller = new AbortController();
  const response = await fetch(url, { headers, signal: controller.signal });
  if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
  const events = eventsOf(response.body);
  return {
    response,
    /** The next event, null when the stream has ended. */
    async next(): Promise<StreamEvent | null> {
      const { value, done } = await events.next();
      return done ? null : value;
    },
    async take(count: number): Promise<StreamEvent[]> {
      const taken: StreamEvent[] = [];
      while (taken.length < count) {
        const event = await this.next();
        if (!event) break;
        taken.push(event);
      }
      return taken;
    },
    leave: () => controller.abort(),
  };
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  let pending = "";
  const decoder = new TextDecoder();
  for await (const chunk of body) {
    pending += decoder.decode(chunk, { stream: true });
    const blocks = pending.split("\n\n");
    pending = blocks.pop() ?? "";
    for (const block of blocks) yield parseEvent(block);
  }
}

function parseEvent(block: string): StreamEvent {
  const fields = block.split("\n").map((line) => {
    const [name = "", ...rest] = line.split(": ");
    return [name === "" ? "comment" : name, rest.join(": ")];
  });
  return Object.fromEntries(fields);
}

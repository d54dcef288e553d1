import { type ChangeKind, changeKinds } from "@dvd/domain/changes";

export type LiveChange = { kind: ChangeKind; caseId: string };
/** `polling`: there is no room for another stream, so news is looked for once a minute. */
export type LiveState = "connecting" | "connected" | "polling" | "reconnecting";

type Handlers = {
  onState: (state: LiveState) => void;
  onReady: () => void;
  onChange: (change: LiveChange) => void;
};

const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

/**
 * One stream of changes. A browser resumes by itself after a broken connection, but gives up for good when something on
 * the way answers with an error page; then we begin again, behind the last event that was seen. Returns how to close.
 */
export function connectLive({ onState, onReady, onChange }: Handlers): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastEventId = "";
  let pauseMs = firstPauseMs;
  let isPolling = false;

  function open() {
    const stream = new EventSource(lastEventId ? `/api/live?after=${encodeURIComponent(lastEventId)}` : "/api/live");
    source = stream;
    stream.addEventListener("ready", (event) => {
      ({ lastEventId } = event);
      pauseMs = firstPauseMs;
      isPolling = false;
      onState("connected");
      onReady();
    });
    // The server also says when to ask again, and the browser does so by itself.
    stream.addEventListener("later", () => {
      pauseMs = firstPauseMs;
      isPolling = true;
      onState("polling");
      onReady();
    });
    stream.addEventListener("change", (event) => {
      ({ lastEventId } = event);
      const change = readChange(event.data);
      if (change) onChange(change);
    });
    stream.addEventListener("error", () => {
      const isOver = stream.readyState === EventSource.CLOSED;
      // Between two questions there is no stream, and nothing is wrong.
      if (isPolling && !isOver) return;
      isPolling = false;
      onState("reconnecting");
      if (!isOver) return;
      timer = setTimeout(open, pauseMs);
      pauseMs = Math.min(2 * pauseMs, longestPauseMs);
    });
  }

  open();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}

/** Null for a kind that this page does not know yet: the server may be newer than the page. */
export function readChange(data: unknown): LiveChange | null {
  const value: unknown = JSON.parse(String(data));
  if (typeof value !== "object" || value === null || !("kind" in value && "caseId" in value)) return null;
  const kind = changeKinds.find((known) => known === value.kind);
  return kind && typeof value.caseId === "string" ? { kind, caseId: value.caseId } : null;
}

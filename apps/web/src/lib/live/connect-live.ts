import { type ChangeKind, changeKinds } from "@dvd/domain/changes";

export type LiveChange = { kind: ChangeKind; caseId: string };
export type LiveState = "connecting" | "connected" | "reconnecting";

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

  function open() {
    const stream = new EventSource(lastEventId ? `/api/live?after=${encodeURIComponent(lastEventId)}` : "/api/live");
    source = stream;
    stream.addEventListener("ready", (event) => {
      ({ lastEventId } = event);
      pauseMs = firstPauseMs;
      onState("connected");
      onReady();
    });
    stream.addEventListener("change", (event) => {
      ({ lastEventId } = event);
      const change = readChange(event.data);
      if (change) onChange(change);
    });
    stream.addEventListener("error", () => {
      onState("reconnecting");
      if (stream.readyState !== EventSource.CLOSED) return;
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

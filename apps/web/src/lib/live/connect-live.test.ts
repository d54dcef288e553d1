import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { connectLive, readChange } from "./connect-live.ts";

describe("an event of the live stream", () => {
  it("names a case and what happened to it", () => {
    const data = '{"feed":"citizen:1","sequence":4,"kind":"message.sent","caseId":"019a"}';
    expect(readChange(data)).toEqual({ kind: "message.sent", caseId: "019a" });
  });

  it("is left alone when this page does not know its kind, because the server may be newer", () => {
    expect(readChange('{"kind":"case.sung","caseId":"019a"}')).toBeNull();
    expect(readChange('{"kind":"message.sent"}')).toBeNull();
    expect(readChange("[]")).toBeNull();
  });
});

/** What a browser does with a stream, as far as it is told here. */
class Source extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly CLOSED = 2;
  static opened: Source[] = [];
  readyState = 1;
  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    Source.opened.push(this);
  }

  hear(name: string, lastEventId = "") {
    this.dispatchEvent(new MessageEvent(name, { data: "{}", lastEventId }));
  }

  lose(readyState: number) {
    this.readyState = readyState;
    this.dispatchEvent(new Event("error"));
  }

  close() {
    this.readyState = Source.CLOSED;
  }
}

describe("the live stream of a page", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    Source.opened = [];
    vi.stubGlobal("EventSource", Source);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  function open() {
    const states: string[] = [];
    let looks = 0;
    const stop = connectLive({
      onState: (state) => states.push(state),
      onReady: () => (looks += 1),
      onChange: () => {},
    });
    const [source] = Source.opened;
    if (!source) throw new Error("nothing was opened");
    return { states, looks: () => looks, stop, source };
  }

  it("without room for it looks for news each time it asks again, and says nothing about it", () => {
    const { states, looks, source } = open();
    for (let minute = 1; minute <= 3; minute += 1) {
      source.hear("later");
      source.lose(Source.CONNECTING);
      expect(looks()).toBe(minute);
    }
    expect(new Set(states)).toEqual(new Set(["polling"]));
    source.hear("ready", "unit:1=4");
    expect(states.at(-1)).toBe("connected");
  });

  it("that breaks after that is a broken one again", () => {
    const { states, source } = open();
    source.hear("later");
    source.hear("ready");
    source.lose(Source.CONNECTING);
    expect(states.at(-1)).toBe("reconnecting");
  });

  it("that is refused for good while it waits for room begins anew", () => {
    const { states, source } = open();
    source.hear("ready", "unit:1=4");
    source.hear("later");
    source.lose(Source.CLOSED);
    expect(states.at(-1)).toBe("reconnecting");
    vi.advanceTimersByTime(2_000);
    expect(Source.opened.map(({ url }) => url)).toEqual(["/api/live", "/api/live?after=unit%3A1%3D4"]);
  });
});

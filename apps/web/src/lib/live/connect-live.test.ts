import { describe, expect, it } from "vitest";
import { readChange } from "./connect-live.ts";

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

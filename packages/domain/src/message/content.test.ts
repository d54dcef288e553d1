import { describe, expect, it } from "vitest";
import { messageLimits, readMessage, writeMessage } from "./content.ts";

describe("content of a message", () => {
  it("reads what it wrote", () => {
    const content = { from: "Łukasz Żółtański", text: "Zeile 1\nZeile 2 <b>kein Markup</b>" };
    expect(readMessage(writeMessage(content))).toEqual(content);
  });

  it("is refused in another version, in another shape, and beyond its limits", () => {
    const tooLong = "x".repeat(messageLimits.text + 1);
    for (const json of [
      "",
      "null",
      "[]",
      '"text"',
      '{"version":2,"from":"a","text":"b"}',
      '{"version":1,"from":"a"}',
      '{"version":1,"from":1,"text":"b"}',
      '{"version":1,"from":"a","text":{"toString":"b"}}',
      writeMessage({ from: "a", text: tooLong }),
      writeMessage({ from: "x".repeat(messageLimits.from + 1), text: "b" }),
    ])
      expect(readMessage(json)).toBeNull();
  });
});

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

  it("carries a request for evidence, and an answer that says which document is which", () => {
    const items = [
      { label: "Gehaltsnachweis Oktober" },
      { label: "Mietvertrag, alle Seiten", evidence: "mietvertrag" },
    ];
    const request = { items, dueOn: "2026-12-02" };
    expect(readMessage(writeMessage({ from: "a", text: "b", request }))).toEqual({ from: "a", text: "b", request });
    const parts = items.map((item) => ({ ...item, documents: ["0a".repeat(32)] }));
    expect(readMessage(writeMessage({ from: "a", text: "", parts }))).toEqual({ from: "a", text: "", parts });
  });

  it("is read also when it was sealed with words alone, before documents had ids", () => {
    const sealed = { version: 1, from: "a", text: "b", request: { items: ["Gehaltsnachweis"], dueOn: "2026-12-02" } };
    const request = { items: [{ label: "Gehaltsnachweis" }], dueOn: "2026-12-02" };
    expect(readMessage(JSON.stringify(sealed))).toEqual({ from: "a", text: "b", request });
  });

  it("is refused with a request that asks for nothing, has no day, or with documents that are no digests", () => {
    const items = [{ label: "Gehaltsnachweis" }];
    for (const request of [
      { items: [], dueOn: "2026-12-02" },
      { items: [" "], dueOn: "2026-12-02" },
      { items: [{ label: " " }], dueOn: "2026-12-02" },
      { items: [{ evidence: "mietvertrag" }], dueOn: "2026-12-02" },
      { items: [{ label: "x", evidence: "" }], dueOn: "2026-12-02" },
      { items: [{ label: "x", evidence: "x".repeat(41) }], dueOn: "2026-12-02" },
      { items: [{ label: "x", evidence: "<b>" }], dueOn: "2026-12-02" },
      { items: Array.from({ length: messageLimits.items + 1 }, () => "x"), dueOn: "2026-12-02" },
      { items: ["x".repeat(messageLimits.label + 1)], dueOn: "2026-12-02" },
      { items, dueOn: "2026-13-02" },
      { items, dueOn: "<b>" },
      { items: "Gehaltsnachweis", dueOn: "2026-12-02" },
    ])
      expect(readMessage(JSON.stringify({ version: 1, from: "a", text: "b", request }))).toBeNull();
    for (const parts of [[{ label: "x", documents: ["0a"] }], [{ label: "x" }], ["x"], [null], {}])
      expect(readMessage(JSON.stringify({ version: 1, from: "a", text: "b", parts }))).toBeNull();
  });
});

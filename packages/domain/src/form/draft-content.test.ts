import { describe, expect, it } from "vitest";
import { type DraftContent, readDraft, writeDraft } from "./draft-content.ts";
import { dogAnswers } from "./testing.ts";

const content: DraftContent = {
  serviceKey: "DEMO0000000010",
  slug: "hund-anmelden",
  form: 2,
  postalCode: "05123",
  ars: null,
  answers: dogAnswers,
  isWithoutDocuments: false,
  step: "form:seit",
};
const written = writeDraft(content);

describe("a draft", () => {
  it("is read back as it was left", () => {
    expect(readDraft(written)).toEqual(content);
    const named = { ...content, ars: "980025001001" };
    expect(readDraft(writeDraft(named))).toEqual(named);
  });

  it.each([
    ["not JSON", `${written}}`],
    ["spelled otherwise", ` ${written}`],
    ["of another version", written.replace('"version":1', '"version":2')],
    ["with a field too many", written.replace('"slug"', '"next":"x","slug"')],
    ["with a field too few", written.replace('"postalCode":"05123",', "")],
    ["of a service that leads elsewhere", written.replace('"hund-anmelden"', '"../konto"')],
    ["with an answer that is a list", written.replace('"hoehe":"48"', '"hoehe":["48"]')],
    ["with an answer beyond every limit", written.replace('"hoehe":"48"', `"hoehe":"${"4".repeat(10_001)}"`)],
  ])("is none when it is %s", (_, json) => {
    expect(json).not.toBe(written);
    expect(readDraft(json)).toBeNull();
  });
});

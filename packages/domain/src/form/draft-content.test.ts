import { describe, expect, it } from "vitest";
import { type DraftContent, documentsBeside, draftDocuments, readDraft, writeDraft } from "./draft-content.ts";
import { dogAnswers } from "./testing.ts";

const content: DraftContent = {
  serviceKey: "DEMO0000000010",
  slug: "hund-anmelden",
  form: 2,
  postalCode: "05123",
  ars: null,
  answers: dogAnswers,
  isWithoutDocuments: false,
  documents: [{ slot: "impfpass", name: "Impfpass.pdf", size: 1_204 }],
  step: "form:seit",
};
const written = writeDraft(content);

describe("a draft", () => {
  it("is read back as it was left", () => {
    expect(readDraft(written)).toEqual(content);
    const named = { ...content, ars: "980025001001" };
    expect(readDraft(writeDraft(named))).toEqual(named);
  });

  it("for which nothing was picked says nothing about documents", () => {
    const empty = { ...content, documents: [] };
    expect(writeDraft(empty)).not.toContain('documents"');
    expect(readDraft(writeDraft(empty))).toEqual(empty);
    expect(readDraft(written.replace(/"documents":\[[^\]]*\]/, '"documents":[]'))).toBeNull();
  });

  it("names its documents in the same order, whichever device looks at it", () => {
    const [one, two] = [content.documents[0], { slot: "foto", name: "Hund.pdf", size: 9 }];
    if (!one) throw new Error("there is no document");
    expect(draftDocuments([one, two])).toEqual(draftDocuments([two, one]));
    expect(documentsBeside([one, two, two], [two])).toEqual([one, two]);
    expect(documentsBeside([one], [{ ...one, size: 1_205 }])).toEqual([one]);
  });

  it.each([
    ["not JSON", `${written}}`],
    ["spelled otherwise", ` ${written}`],
    ["of another version", written.replace('"version":1', '"version":2')],
    ["with a field too many", written.replace('"slug"', '"next":"x","slug"')],
    ["with a field too few", written.replace('"postalCode":"05123",', "")],
    ["of a service that leads elsewhere", written.replace('"hund-anmelden"', '"../konto"')],
    ["with an answer that is a list", written.replace('"hoehe":"48"', '"hoehe":["48"]')],
    ["with a document without a size", written.replace(',"size":1204', "")],
    ["with a document and more in it", written.replace('"size":1204', '"size":1204,"type":"x"')],
    ["with an answer beyond every limit", written.replace('"hoehe":"48"', `"hoehe":"${"4".repeat(10_001)}"`)],
  ])("is none when it is %s", (_, json) => {
    expect(json).not.toBe(written);
    expect(readDraft(json)).toBeNull();
  });
});

import { describe, expect, it } from "vitest";
import { checkCatalogue } from "./check-catalogue.ts";
import { plainService, sameText } from "./testing.ts";

const one = plainService("DEMO0000000001", "one");
const two = plainService("DEMO0000000002", "two");
const asking = (slug: string | null) => [
  {
    id: "sure",
    question: sameText("Sure?"),
    answers: [
      { id: "yes", label: sameText("Yes"), door: null },
      { id: "no", label: sameText("No"), door: { text: sameText("Go there"), slug } },
    ],
  },
];

describe("a catalogue before it is published", () => {
  it("is accepted when keys, addresses and doors hold together", () => {
    expect(checkCatalogue([one, { ...two, preCheck: asking("one") }])).toEqual([]);
    expect(checkCatalogue([{ ...one, key: "99115005104000", keyOrigin: "leika" }])).toEqual([]);
  });

  it.each([
    ["a made-up key in the costume of a federal one", [{ ...one, key: "99115005104000" }]],
    ["a federal key that is none", [{ ...one, keyOrigin: "leika" as const }]],
    ["one key for two services", [one, { ...two, key: one.key }]],
    ["one address for two services", [one, { ...two, slug: one.slug }]],
    ["an address that has to be encoded", [{ ...one, slug: "Straße sperren" }]],
    ["two places for documents with one name", [{ ...one, evidence: [...one.evidence, ...one.evidence] }]],
    [
      "a document whose id no message may carry",
      [{ ...one, evidence: one.evidence.map((item) => ({ ...item, id: "A" })) }],
    ],
    ["a place for no document", [{ ...one, evidence: one.evidence.map((item) => ({ ...item, max: 0 })) }]],
    ["a text that exists in one language only", [{ ...one, cost: { ...one.cost, en: " " } }]],
    ["a better door that leads nowhere", [{ ...one, preCheck: asking("three") }]],
    ["a better door that leads to where one stands", [{ ...one, preCheck: asking("one") }]],
    [
      "questions that nobody passes",
      [{ ...one, preCheck: asking(null).map((asked) => ({ ...asked, answers: asked.answers.slice(1) })) }],
    ],
  ])("is refused for %s", (_what, services) => {
    expect(checkCatalogue(services)).toHaveLength(1);
  });
});

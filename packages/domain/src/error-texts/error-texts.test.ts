import { describe, expect, it } from "vitest";
import { largestSubmissionBytes, limits } from "../document/limits.ts";
import { domainErrorCodes } from "../errors.ts";
import { draftLimits } from "../form/draft-limits.ts";
import { errorTexts, firstSentence, languageOf } from "./error-texts.ts";

describe("the language of a refusal", () => {
  it.each([
    ["en", "en"],
    ["en-GB,en;q=0.9,de;q=0.8", "en"],
    ["de-AT;q=0.4, en;q=0.7", "en"],
    ["fr, de;q=0.5, en;q=0.4", "de"],
    ["EN", "en"],
  ] as const)("of %s is %s", (asked, language) => {
    expect(languageOf(asked)).toBe(language);
  });

  it("is German for whoever asks for nothing that we have, for nonsense, and for English at no price", () => {
    for (const asked of [undefined, null, "", "fr", "*", "english", "en;q=0", "e".repeat(10_000), ",;q=,en;q=x"])
      expect([asked, languageOf(asked)]).toEqual([asked, "de"]);
  });
});

describe("the first sentence", () => {
  it("of each text is short and says what happened", () => {
    for (const texts of Object.values(errorTexts))
      for (const code of domainErrorCodes) {
        const sentence = firstSentence(texts[code]);
        expect([code, sentence.length < 130, /[.!?]$/.test(sentence)]).toEqual([code, true, true]);
        expect(texts[code].length).toBeGreaterThan(sentence.length);
      }
  });
});

describe("a limit in a sentence", () => {
  it.each([
    ["case.too-many-drafts", limits.openDraftsPerCitizen],
    ["case.too-many-drafts", limits.draftDays],
    ["draft.too-many", draftLimits.perCitizen],
    ["upload.quota-exceeded", limits.uploadBytesPerDay / 1e9],
    ["upload.submission-too-large", largestSubmissionBytes / 1e9],
    ["upload.too-many", limits.documentsPerSubmission],
  ] as const)("of %s is the one that is held: %d", (code, limit) => {
    for (const texts of Object.values(errorTexts)) expect(texts[code].match(/\d+/g)).toContain(String(limit));
  });
});

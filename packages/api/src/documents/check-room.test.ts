import { beginSeal, generateCaseKey, generateSigningKey } from "@dvd/crypto";
import { largestFileBytes, largestSubmissionBytes, limits } from "@dvd/domain/document/limits";
import { describe, expect, it } from "vitest";

/** What sealing adds at the most: Padmé a sixteenth, tags and lengths of segments far less than the rest of this. */
const perByte = 0.07;
/** What is padded to 1 KiB, and what stands around the content. */
const perFile = 2_048;

describe("what a device promises", () => {
  it("is no more than the server takes: a whole submission of the largest size, however it is divided", async () => {
    const caseKey = generateCaseKey();
    const { key: sender } = await generateSigningKey();
    // One byte more than a power of two is padded the most.
    const sizes = Array.from({ length: 31 }, (_, exponent) => 2 ** exponent + 1).filter(
      (size) => size <= largestFileBytes,
    );
    for (const size of [0, ...sizes, largestFileBytes]) {
      const { bodyLength } = await beginSeal({ caseKey, type: "file", sender, meta: { name: "a" }, size });
      expect(bodyLength - size, String(size)).toBeLessThanOrEqual(size * perByte + perFile);
    }
    expect(largestFileBytes * (1 + perByte) + perFile).toBeLessThanOrEqual(limits.documentBytes);
    expect(largestSubmissionBytes * (1 + perByte) + limits.documentsPerSubmission * perFile).toBeLessThanOrEqual(
      limits.submissionBytes,
    );
  });
});

import { largestFileBytes, largestSubmissionBytes } from "@dvd/domain/document/limits";
import { expect, it } from "vitest";
import { uploads as de } from "./de/uploads.ts";
import { uploads as en } from "./en/uploads.ts";

it("the limits that the pages name are the ones that are held", () => {
  for (const { room, roomLater, refused } of [de, en]) {
    const gigabytes = (text: string) => text.match(/(\d+) (?:Gigabyte|gigabytes)/)?.[1];
    expect([room, roomLater, refused.noRoomLeft].map(gigabytes)).toEqual(
      Array(3).fill(String(largestSubmissionBytes / 1e9)),
    );
    expect(gigabytes(refused.tooLarge)).toBe(String(largestFileBytes / 1e9));
  }
});

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { encodingsOf } from "./canary/encodings.ts";
import { createSearch } from "./canary/search.ts";

const marker = "Kanarie-Übermut-7F3Q";

async function searchFor(content: Buffer) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "dvd-canary-")), "haystack");
  writeFileSync(file, content);
  return createSearch([marker]).inFile(file);
}

describe("the search for leaked content", () => {
  for (const [encoding, bytes] of encodingsOf(marker))
    it(`sees a marker in ${encoding}`, async () => {
      const sightings = await searchFor(Buffer.concat([Buffer.from("vorher "), bytes, Buffer.from(" nachher")]));
      expect(sightings.map((sighting) => sighting.encoding)).toContain(encoding);
    });

  it("sees a marker inside a longer text that was encoded as base64, wherever it begins", async () => {
    for (const before of ["", "a", "ab", "abc"])
      expect(await searchFor(Buffer.from(Buffer.from(`${before}${marker}zzz`).toString("base64")))).not.toEqual([]);
  });

  it("sees a marker across the edge of two chunks", async () => {
    const filler = Buffer.alloc(1_048_576 - 5, ".");
    expect(await searchFor(Buffer.concat([filler, Buffer.from(marker), filler]))).not.toEqual([]);
  });

  it("sees nothing where there is nothing", async () => {
    expect(await searchFor(Buffer.from("Kanarie-Übermut-7F3R und Kanarie"))).toEqual([]);
  });
});

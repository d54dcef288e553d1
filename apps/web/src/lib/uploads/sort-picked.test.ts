import { largestFileBytes } from "@dvd/domain/document/limits";
import { describe, expect, it } from "vitest";
import { type Room, sortPicked } from "./sort-picked.ts";

const pdf = Buffer.from(
  "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]);

type Picked = { name: string; size: number; slice: Blob["slice"] };
const picked = (name: string, content: Uint8Array<ArrayBuffer>): Picked => {
  const blob = new Blob([content]);
  return { name, size: blob.size, slice: blob.slice.bind(blob) };
};
/** As large as it says, and nobody may read it. */
const unread = (name: string, size: number): Picked => ({
  name,
  size,
  slice: () => {
    throw new Error(`${name} was read`);
  },
});

async function sorted(files: readonly Picked[], room: Partial<Room> = {}) {
  const { documents, pictures, refused } = await sortPicked(files, { files: 5, bytes: 1_000_000, ...room });
  return [
    ...documents.map(({ file }) => `${file.name} taken`),
    ...pictures.map(({ name }) => `${name} page`),
    ...refused.map(({ file, why }) => `${file.name} ${why.is === "fault" ? why.fault : why.is}`),
  ];
}

describe("what somebody has picked", () => {
  it("is taken as documents and pages, and the rest says what is wrong with it", async () => {
    const files = [picked("a", pdf), picked("b", jpeg), picked("c", Buffer.from("MZ, a program"))];
    expect(await sorted(files)).toEqual(["a taken", "b page", "c program"]);
  });

  it("is not read when it does not fit beside the others, and leaves its room to a smaller one", async () => {
    const room = { bytes: 2 * pdf.length };
    expect(await sorted([picked("a", pdf), unread("b", pdf.length + 1), picked("c", pdf)], room)).toEqual([
      "a taken",
      "c taken",
      "b noRoom",
    ]);
    expect(await sorted([picked("a", pdf), picked("b", pdf), unread("c", 1)], room)).toEqual([
      "a taken",
      "b taken",
      "c noRoom",
    ]);
  });

  it("says how much would fit", async () => {
    const { refused } = await sortPicked([picked("a", pdf), unread("b", 90)], { files: 5, bytes: pdf.length + 89 });
    expect(refused.map(({ why }) => why)).toEqual([{ is: "noRoom", left: 89 }]);
  });

  it("is too large by itself first: nothing beside it has to go for that", async () => {
    expect(await sorted([unread("a", largestFileBytes + 1)])).toEqual(["a tooLarge"]);
    expect(await sorted([unread("a", largestFileBytes)])).toEqual(["a noRoom"]);
  });

  it("is too much when the place is full, and all photos together are one document", async () => {
    const [one, two, three] = [picked("a", pdf), picked("b", jpeg), picked("c", jpeg)];
    expect(await sorted([one, two, three], { files: 2 })).toEqual(["a taken", "b page", "c page"]);
    expect(await sorted([one, two, three], { files: 1 })).toEqual(["a taken", "b tooMany", "c tooMany"]);
  });
});

import { describe, expect, it } from "vitest";
import { checkFile } from "../uploads/check-file.ts";
import { bareJpeg, hasPlace } from "./jpeg.ts";
import type { PhotoPage } from "./held-photos.ts";
import { moved } from "./use-photo-pages.ts";
import { writePdf } from "./write-pdf.ts";

const segment = (marker: number, content: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};
/** A note of a camera with one entry. */
function exif(tag: number, isLittle: boolean) {
  const tiff = Buffer.alloc(26);
  tiff.write(isLittle ? "II" : "MM");
  const u16 = (value: number, at: number) => (isLittle ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  u16(42, 2);
  if (isLittle) tiff.writeUInt32LE(8, 4);
  else tiff.writeUInt32BE(8, 4);
  u16(1, 8);
  u16(tag, 10);
  return segment(0xe1, Buffer.concat([Buffer.from("Exif\0\0"), tiff, Buffer.from("Musterfurt 50.0N 8.0E")]));
}
const frame = segment(0xe0, Buffer.from("JFIF\0"));
const scan = Buffer.concat([segment(0xda, Buffer.from([1, 2, 3])), Buffer.from("picture"), Buffer.from([0xff, 0xd9])]);
const jpeg = (...segments: Buffer[]) => Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, scan]);

describe("a photo", () => {
  it("keeps its picture and loses everything that is said about it", () => {
    const told = [exif(0x8825, true), segment(0xed, Buffer.from("Photoshop")), segment(0xfe, Buffer.from("a remark"))];
    expect(Buffer.from(bareJpeg(jpeg(frame, ...told))).equals(jpeg(frame))).toBe(true);
    expect(() => bareJpeg(Buffer.from("%PDF-1.7"))).toThrow("not a JPEG");
  });

  it("is known to say where it was taken, in both orders of bytes", () => {
    for (const isLittle of [true, false]) {
      expect(hasPlace(jpeg(frame, exif(0x8825, isLittle)))).toBe(true);
      expect(hasPlace(jpeg(frame, exif(0x0112, isLittle)))).toBe(false);
    }
    for (const other of [jpeg(frame), jpeg(exif(0x8825, true)).subarray(0, 18), Buffer.from("\x89PNG")])
      expect(hasPlace(other)).toBe(false);
  });
});

describe("the PDF of some photos", () => {
  const page = (width: number, height: number) => ({ jpeg: bareJpeg(jpeg(frame)), width, height });

  it("has each of them on a sheet that lies as the photo does", async () => {
    const pdf = writePdf([page(300, 400), page(400, 300)]);
    const text = Buffer.from(await pdf.arrayBuffer()).toString("latin1");
    expect(text.match(/MediaBox \[[^\]]+\]/g)).toEqual(["MediaBox [0 0 595 842]", "MediaBox [0 0 842 595]"]);
    expect(text.split(jpeg(frame).toString("latin1"))).toHaveLength(3);
    expect(await checkFile(pdf)).toEqual({ is: "document", flags: [] });
  });

  it("finds each object where its table says, and says nothing of who made it", async () => {
    const text = Buffer.from(await writePdf([page(300, 400)]).arrayBuffer()).toString("latin1");
    const table = /xref\n0 (\d+)\n([\s\S]+?)trailer/.exec(text);
    const rows = table?.[2]?.trim().split("\n").slice(1) ?? [];
    expect(rows).toHaveLength(5);
    for (const [index, row] of rows.entries())
      expect(text.slice(Number(row.slice(0, 10)))).toMatch(new RegExp(`^${index + 1} 0 obj`));
    expect(text).toContain(`startxref\n${text.indexOf("xref\n0")}\n`);
    for (const word of ["/Info", "Producer", "CreationDate", "Metadata"]) expect(text).not.toContain(word);
  });
});

describe("the pages of a document", () => {
  const pages = ["a1", "b1", "a2", "a3"].map((id) => ({ id, slot: id.slice(0, 1) }) as PhotoPage);
  const order = (list: readonly PhotoPage[]) => list.map(({ id }) => id).join(" ");

  it("change places among themselves, and not beyond the first and the last", () => {
    expect(order(moved(pages, "a2", -1))).toBe("a2 b1 a1 a3");
    expect(order(moved(pages, "a2", 1))).toBe("a1 b1 a3 a2");
    for (const [id, by] of [
      ["a1", -1],
      ["a3", 1],
      ["b1", 1],
      ["x", 1],
    ] as const)
      expect(order(moved(pages, id, by))).toBe("a1 b1 a2 a3");
  });
});

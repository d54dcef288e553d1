import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 as zlibCrc32 } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { crc32 } from "./crc32.ts";
import { createEntryNames } from "./entry-names.ts";
import { makeZip, type ZipEntry } from "./zip.ts";

const folder = mkdtempSync(join(tmpdir(), "dvd-zip-"));
afterAll(() => rmSync(folder, { recursive: true }));

const at = new Date(2026, 10, 21, 14, 11, 38);
const entry = (name: string, content: string | Blob): ZipEntry => ({
  name,
  content: typeof content === "string" ? new Blob([content]) : content,
  at,
});

/** Somebody else's reader, the one of Python: names, times, contents, and what it thinks of the checksums. */
const reader = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    print(json.dumps({
        "bad": archive.testzip(),
        "files": [[i.filename, list(i.date_time), i.file_size, i.compress_type, i.header_offset] for i in archive.infolist()],
        "texts": {i.filename: archive.read(i).decode() for i in archive.infolist() if i.file_size < 1000},
    }))
`;
const hasPython = spawnSync("python3", ["--version"]).status === 0;

async function readByAnother(zip: Blob): Promise<unknown> {
  const file = join(folder, "a.zip");
  writeFileSync(file, Buffer.from(await zip.arrayBuffer()));
  const { stdout, stderr } = spawnSync("python3", ["-c", reader, file], { encoding: "utf8", maxBuffer: 64 * 2 ** 20 });
  expect(stderr).toBe("");
  return JSON.parse(stdout);
}

describe("the checksum", () => {
  it("is the one of zlib, whole and in pieces", () => {
    const bytes = new Uint8Array(100_003).map((_, place) => (place * 31) % 251);
    expect(crc32(bytes)).toBe(zlibCrc32(bytes));
    expect(crc32(bytes.subarray(70), crc32(bytes.subarray(0, 70)))).toBe(zlibCrc32(bytes));
    expect(crc32(new Uint8Array())).toBe(0);
  });
});

describe.runIf(hasPython)("an archive", () => {
  it("is read by somebody else's reader: names of every script, times, empty files", async () => {
    const zip = await makeZip([
      entry("Unterlagen/Größe – Łódź 証明書.txt", "Inhalt"),
      entry("leer.txt", ""),
      entry("groß.bin", new Blob([new Uint8Array(3_000_000).fill(7)])),
    ]);
    expect(await readByAnother(zip)).toMatchObject({
      bad: null,
      files: [
        ["Unterlagen/Größe – Łódź 証明書.txt", [2026, 11, 21, 14, 11, 38], 6, 0, 0],
        ["leer.txt", [2026, 11, 21, 14, 11, 38], 0, 0, expect.any(Number)],
        ["groß.bin", [2026, 11, 21, 14, 11, 38], 3_000_000, 0, expect.any(Number)],
      ],
      texts: { "Unterlagen/Größe – Łódź 証明書.txt": "Inhalt", "leer.txt": "" },
    });
  });

  it("is read also without a file in it, and with more files than 16 bits can count", async () => {
    expect(await readByAnother(await makeZip([]))).toMatchObject({ bad: null, files: [] });
    const many = Array.from({ length: 65_536 }, (_, place) => entry(`${place}`, ""));
    const { files } = (await readByAnother(await makeZip(many))) as { files: unknown[] };
    expect(files).toHaveLength(65_536);
  });
});

describe("an archive of more than 4 GiB", () => {
  /** A content that claims its size and is never read whole. */
  const huge = Object.assign(new Blob(["x"]), {});
  Object.defineProperty(huge, "size", { value: 3 * 2 ** 30 });

  it("says in the ZIP64 part where its later files begin", async () => {
    // The blobs are not what they claim, so the parts do not lie where the directory says; the directory is what counts.
    const zip = await makeZip([entry("a", huge), entry("b", huge), entry("c", "c")]);
    const bytes = new Uint8Array(await zip.arrayBuffer());
    const view = new DataView(bytes.buffer);
    const places: number[] = [];
    for (let place = 0; place + 4 <= bytes.length; place += 1)
      if (view.getUint32(place, true) === 0x02014b50) places.push(place);
    expect(places).toHaveLength(3);
    const third = places[2] ?? 0;
    expect(view.getUint32(third + 42, true)).toBe(0xffff_ffff);
    // After the fixed part, the name of one byte and the tag and length of the field.
    expect(view.getBigUint64(third + 46 + 1 + 4, true)).toBe(BigInt(2 * 3 * 2 ** 30 + 2 * 31));
  });

  it("takes no single file of that size", async () => {
    const larger = new Blob(["x"]);
    Object.defineProperty(larger, "size", { value: 2 ** 32 });
    await expect(makeZip([entry("a", larger)])).rejects.toThrow(RangeError);
  });
});

describe("names in an archive", () => {
  it("are numbered when they come twice, also where only capitals or their writing differ", () => {
    const nameFor = createEntryNames();
    expect(
      ["a.pdf", "A.pdf", "a.pdf", "a (2).pdf", "ordner/a.pdf", "ordner.alt/b", "ordner.alt/b"].map(nameFor),
    ).toEqual(["a.pdf", "A (2).pdf", "a (3).pdf", "a (2) (2).pdf", "ordner/a.pdf", "ordner.alt/b", "ordner.alt/b (2)"]);
    expect([nameFor("Ä.pdf"), nameFor("A\u0308.pdf")]).toEqual(["Ä.pdf", "A\u0308 (2).pdf"]);
  });
});

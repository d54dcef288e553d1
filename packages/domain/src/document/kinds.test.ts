import { describe, expect, it } from "vitest";
import { kindOf, zipContentOf } from "./kinds.ts";

describe("a file", () => {
  it.each([
    ["pdf", "%PDF-1.7\n"],
    ["pdf", `${" ".repeat(500)}%PDF-1.4`],
    ["jpeg", "\xff\xd8\xff\xe1"],
    ["png", "\x89PNG\r\n\x1a\n"],
    ["webp", "RIFF\x10\0\0\0WEBPVP8 "],
    ["heic", "\0\0\0\x18ftypheic"],
    ["zip", "PK\x03\x04"],
    ["old-office", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
    ["program", "MZ\x90\0"],
    ["archive", "Rar!\x1a\x07\0"],
  ] as const)("is known to be %s by its first bytes", (kind, head) => {
    expect(kindOf(head)).toBe(kind);
  });

  it.each([
    ["nothing at all", ""],
    ["words", "Sehr geehrte Damen und Herren"],
    ["a signature that is cut off", "\x89PNG\r\n"],
    ["sound in the same frame as a picture", "RIFF\x10\0\0\0WAVEfmt "],
    ["a film in the same frame as a picture", "\0\0\0\x18ftypmp42"],
    ["a signature that comes too late", `${" ".repeat(1_024)}%PDF-1.4`],
  ])("is unknown with %s", (_what, head) => {
    expect(kindOf(head)).toBe("unknown");
  });

  it("is nothing that we take when it is two things at once", () => {
    expect(kindOf("\xff\xd8\xff\xe0 %PDF-1.7")).toBe("unknown");
    expect(kindOf("PK\x03\x04 %PDF-1.7")).toBe("unknown");
    expect(kindOf("MZ %PDF-1.7")).toBe("unknown");
  });
});

describe("an archive", () => {
  const word = ["[Content_Types].xml", "word/document.xml"];

  it("is known to be a document of an office program by what is in it", () => {
    expect(zipContentOf(word)).toEqual({ kind: "word", hasMacros: false });
    expect(zipContentOf(["[Content_Types].xml", "xl/workbook.xml"]).kind).toBe("sheet");
    expect(zipContentOf(["[Content_Types].xml", "ppt/presentation.xml"]).kind).toBe("slides");
    expect(zipContentOf(["mimetype", "content.xml", "META-INF/manifest.xml"]).kind).toBe("office");
    expect(zipContentOf(["foto.jpg", "word/document.xml"]).kind).toBe("archive");
  });

  it.each(["word/vbaProject.bin", "word/vbaData.xml", "xl/vbaProjectSignature.bin", "word/activeX/activeX1.xml"])(
    "has macros with %s",
    (macro) => {
      expect(zipContentOf([...word, macro]).hasMacros).toBe(true);
    },
  );

  it("has macros with scripts of OpenDocument, and none with a picture that is called like one", () => {
    const open = ["mimetype", "META-INF/manifest.xml"];
    expect(zipContentOf([...open, "Basic/Standard/Module1.xml"]).hasMacros).toBe(true);
    expect(zipContentOf([...open, "Pictures/vbaProject.png"]).hasMacros).toBe(false);
  });
});

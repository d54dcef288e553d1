/**
 * What a file is, by its bytes: its name and the type that a system guesses from the name are whatever somebody wrote
 * there. A PDF travels as it is, pictures become one, and of everything else the person hears how it becomes one.
 */
export const documentKinds = {
  pdf: "document",
  jpeg: "picture",
  png: "picture",
  webp: "picture",
  heic: "picture",
  gif: "other",
  tiff: "other",
  /** Word, Excel and PowerPoint of today, OpenDocument, and plain archives: `zipContentOf` tells which. */
  zip: "container",
  /** Word, Excel and PowerPoint until 2003, and today's with a password. */
  "old-office": "office",
  rtf: "office",
  archive: "archive",
  program: "program",
  unknown: "other",
} as const satisfies Record<string, "document" | "picture" | "container" | "office" | "archive" | "program" | "other">;

export type DocumentKind = keyof typeof documentKinds;

/** `at` bytes from the beginning; "?" stands for any byte. */
type Signature = { kind: DocumentKind; at: number; bytes: string };

const signatures: readonly Signature[] = [
  { kind: "jpeg", at: 0, bytes: "\xff\xd8\xff" },
  { kind: "png", at: 0, bytes: "\x89PNG\r\n\x1a\n" },
  { kind: "webp", at: 0, bytes: "RIFF????WEBP" },
  ...["heic", "heix", "hevc", "mif1", "msf1", "avif"].map((brand) => ({
    kind: "heic" as const,
    at: 4,
    bytes: `ftyp${brand}`,
  })),
  { kind: "gif", at: 0, bytes: "GIF8" },
  { kind: "tiff", at: 0, bytes: "II*\0" },
  { kind: "tiff", at: 0, bytes: "MM\0*" },
  { kind: "zip", at: 0, bytes: "PK\x03\x04" },
  { kind: "zip", at: 0, bytes: "PK\x05\x06" },
  { kind: "old-office", at: 0, bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
  { kind: "rtf", at: 0, bytes: "{\\rtf" },
  { kind: "archive", at: 0, bytes: "Rar!\x1a\x07" },
  { kind: "archive", at: 0, bytes: "7z\xbc\xaf\x27\x1c" },
  { kind: "archive", at: 0, bytes: "\x1f\x8b" },
  { kind: "program", at: 0, bytes: "MZ" },
  { kind: "program", at: 0, bytes: "\x7fELF" },
  { kind: "program", at: 0, bytes: "#!" },
];

/** Readers look for a PDF's signature this far; some programs put a few bytes before it. */
export const headBytes = 1_024;

/** `head`: the first bytes, one character each. */
export function kindOf(head: string): DocumentKind {
  const found = signatures.find(({ at, bytes }) =>
    Array.from(bytes).every((byte, place) => byte === "?" || head[at + place] === byte),
  );
  // What is something else as well is that, too: a file with two faces opens as the one that nobody looked at.
  if (head.slice(0, headBytes).includes("%PDF-")) return found ? "unknown" : "pdf";
  return found?.kind ?? "unknown";
}

export type ZipContent = { kind: "word" | "sheet" | "slides" | "office" | "archive"; hasMacros: boolean };

/** What an archive is, by the names of what is in it. */
export function zipContentOf(names: readonly string[]): ZipContent {
  const all = names.map((name) => name.toLowerCase());
  const has = (start: string) => all.some((name) => name.startsWith(start));
  const hasMacros =
    all.some((name) => /(?:^|\/)vba(?:project|data)[^/]*\.(?:bin|xml)$/.test(name) || name.includes("/activex/")) ||
    has("basic/") ||
    has("scripts/");
  if (all.includes("[content_types].xml")) {
    if (has("word/")) return { kind: "word", hasMacros };
    if (has("xl/")) return { kind: "sheet", hasMacros };
    return { kind: has("ppt/") ? "slides" : "office", hasMacros };
  }
  const isOpenDocument = all.includes("mimetype") && all.includes("meta-inf/manifest.xml");
  return isOpenDocument ? { kind: "office", hasMacros } : { kind: "archive", hasMacros: false };
}

/** The forms in which a marker could hide in bytes that somebody else wrote. */
export function encodingsOf(marker: string): Map<string, Buffer> {
  const utf8 = Buffer.from(marker, "utf8");
  const forms = new Map<string, Buffer>([
    ["utf-8", utf8],
    ["utf-16le", Buffer.from(marker, "utf16le")],
    ["utf-16be", Buffer.from(marker, "utf16le").swap16()],
    ["latin-1", Buffer.from(marker, "latin1")],
    ["hex", Buffer.from(utf8.toString("hex"))],
    ["HEX", Buffer.from(utf8.toString("hex").toUpperCase())],
    ["percent", Buffer.from(encodeURIComponent(marker))],
    ["json", Buffer.from(asciiJson(marker))],
  ]);
  for (let shift = 0; shift < 3; shift += 1) {
    const core = base64At(utf8, shift);
    forms.set(`base64+${shift}`, Buffer.from(core));
    forms.set(`base64url+${shift}`, Buffer.from(core.replaceAll("+", "-").replaceAll("/", "_")));
  }
  return forms;
}

/** Base64 depends on where in its group of three a text begins; only the inner characters are the same for certain. */
function base64At(bytes: Buffer, shift: number): string {
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes, Buffer.alloc(3)]).toString("base64");
  const start = Math.ceil((shift * 8) / 6);
  const end = Math.floor(((shift + bytes.length) * 8) / 6);
  return encoded.slice(start, end);
}

const asciiJson = (text: string) =>
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

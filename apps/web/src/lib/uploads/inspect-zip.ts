import type { ByteText } from "./byte-text.ts";

/** The end record, and the longest comment that can lie behind it. */
const tailLength = 22 + 65_535;
const largestDirectory = 16_000_000;

const u16 = (text: string, at: number) => text.charCodeAt(at) | (text.charCodeAt(at + 1) << 8);
const u32 = (text: string, at: number) => u16(text, at) + u16(text, at + 2) * 65_536;

/** The names in an archive, from its directory; null when it has none that can be read. */
export async function namesInZip(bytes: ByteText): Promise<string[] | null> {
  const from = Math.max(0, bytes.size - tailLength);
  const tail = await bytes.at(from, tailLength);
  const end = tail.lastIndexOf("PK\x05\x06");
  if (end < 0 || end + 22 > tail.length) return null;
  const [size, offset] = [u32(tail, end + 12), u32(tail, end + 16)];
  if (size > largestDirectory || offset + size > bytes.size) return null;

  const directory = await bytes.at(offset, size);
  const names: string[] = [];
  for (let at = 0; at + 46 <= directory.length; ) {
    if (directory.slice(at, at + 4) !== "PK\x01\x02") return null;
    const nameLength = u16(directory, at + 28);
    names.push(directory.slice(at + 46, at + 46 + nameLength));
    at += 46 + nameLength + u16(directory, at + 30) + u16(directory, at + 32);
  }
  return names;
}

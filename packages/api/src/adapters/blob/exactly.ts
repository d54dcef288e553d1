import { PartSizeWrong } from "./blob-store.ts";

/**
 * The source, if it has exactly this many bytes. One chunk is held back until the next one, or the end, is there: a
 * server that was told a length takes the body for whole when the last byte is out, and then nothing can be refused.
 */
export async function* exactly(source: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let held: Uint8Array | undefined;
  let total = 0;
  for await (const chunk of source) {
    total += chunk.byteLength;
    if (total > size) throw new PartSizeWrong(`more than ${size} bytes`);
    if (held) yield held;
    held = chunk;
  }
  if (total !== size) throw new PartSizeWrong(`${total} bytes instead of ${size}`);
  if (held) yield held;
}

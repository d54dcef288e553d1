/** As much of a picked file as looking at it needs. */
export type FileBytes = Pick<Blob, "size" | "slice">;

const blockLength = 1_048_576;

/** Reads a file piece by piece. Places that lie near each other are read once. */
export function createByteText(file: FileBytes) {
  let block = "";
  let start = 0;

  return {
    size: file.size,
    async at(from: number, length: number): Promise<string> {
      const end = Math.min(from + length, file.size);
      if (from < start || end > start + block.length) {
        start = from;
        const size = Math.max(length, blockLength);
        block = textOf(new Uint8Array(await file.slice(from, from + size).arrayBuffer()));
      }
      return block.slice(from - start, end - start);
    },
  };
}

export type ByteText = ReturnType<typeof createByteText>;

/** One character for each byte: structure is ASCII, and content is never decoded here. Not by a decoder: "latin1" means Windows-1252 to browsers, and its quotation marks are no bytes. */
export function textOf(bytes: Uint8Array) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return text;
}

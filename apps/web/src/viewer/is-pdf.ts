/** Readers look for the signature this far; some programs put a few bytes before it. */
const headBytes = 1_024;

/** By its first bytes: the declared type is whatever the sender wrote there. */
export async function isPdf(file: Pick<Blob, "slice">) {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  return new TextDecoder("latin1").decode(head).includes("%PDF-");
}

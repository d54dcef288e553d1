import { createHash } from "node:crypto";
import { closeSync, createReadStream, ftruncateSync, openSync, writeSync } from "node:fs";

const megabyte = 1_000_000;

/** A PDF of exactly this size: one stream of almost nothing, and a few bytes here and there that a lost part would take away. */
export function writeLargePdf(file: string, size: number) {
  const headOf = (length: number) =>
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n2 0 obj\n<< /Length ${String(length).padStart(10, "0")} >>\nstream\n`;
  const tail = "\nendstream\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n";
  const start = headOf(0).length;
  const length = size - start - tail.length;
  const descriptor = openSync(file, "w");
  ftruncateSync(descriptor, size);
  writeSync(descriptor, headOf(length), 0);
  for (let at = 0; at < length - megabyte; at += megabyte) writeSync(descriptor, `${at}`, start + at);
  writeSync(descriptor, tail, start + length);
  closeSync(descriptor);
}

export async function digestOf(file: string) {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

import { randomUUID } from "node:crypto";
import { createReadStream, rmSync } from "node:fs";
import { type FileHandle, lstat, open, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { constants } from "node:os";
import { CliError } from "./exit-codes.ts";

const readAhead = 1 << 20;
const smallFile = 16 << 20;

/** A file as a stream, closed whatever becomes of the reading. */
export async function withStream<T>(file: string, read: (source: AsyncIterable<Uint8Array>) => Promise<T>): Promise<T> {
  const stream = createReadStream(file, { highWaterMark: readAhead });
  try {
    return await read(stream);
  } finally {
    stream.destroy();
  }
}

/** Statements, receipts and keys are small; a container named by mistake must not fill the memory. */
export async function readSmall(file: string): Promise<string> {
  const { size } = await stat(file);
  if (size > smallFile) throw new CliError("file", `${file} is too large for a key, a receipt or statements`);
  return readFile(file, "utf8");
}

async function refuseExisting(file: string) {
  const found = await lstat(file).catch(() => undefined);
  if (found) throw new CliError("file", `${file} exists; nothing is written over`);
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * `write` gets a hidden file beside the wanted one. It takes the wanted name only when `write` has returned, that is when
 * everything was verified; otherwise, and when the program is told to stop, it is removed.
 */
export async function writeWhole<T>(file: string, write: (handle: FileHandle) => Promise<T>): Promise<T> {
  await refuseExisting(file);
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${randomUUID()}.part`);
  const handle = await open(temporary, "wx", 0o600);
  const stop = (signal: (typeof signals)[number]) => {
    rmSync(temporary, { force: true });
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.once(signal, stop);
  try {
    const result = await write(handle);
    await handle.sync();
    await handle.close();
    await refuseExisting(file);
    await rename(temporary, file);
    return result;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

/** One write call may take less than it was given. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.length - at, position + at);
    at += bytesWritten;
  }
}

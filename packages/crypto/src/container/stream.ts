import type { Bytes } from "../bytes.ts";
import { refuseUnless, type CryptoErrorCode } from "../errors.ts";

export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Buffers of one length that are used again: a fresh quarter of a megabyte costs more than filling it (with them,
 * sealing took two thirds of the time in Chromium). Who gives one back must not look at it again.
 */
export function createPool(length: number) {
  const spare: Bytes[] = [];
  return {
    take: (wanted: number): Bytes => (wanted === length ? spare.pop() : undefined) ?? new Uint8Array(wanted),
    giveBack(buffer: Bytes) {
      if (buffer.length === length) spare.push(buffer);
    },
  };
}

/**
 * Cuts a stream into pieces of `pieceLength` (the last one shorter), `total` bytes in all, in buffers from `take`.
 * Throws `code` when the stream is longer or shorter than that.
 */
export async function* cut(
  source: ByteSource,
  total: number,
  pieceLength: number,
  code: CryptoErrorCode,
  take: (length: number) => Bytes,
): AsyncGenerator<Bytes> {
  let remaining = total;
  let piece = take(Math.min(pieceLength, remaining));
  let filled = 0;
  for await (const chunk of source) {
    refuseUnless(chunk.length <= remaining, code);
    remaining -= chunk.length;
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + piece.length - filled);
      piece.set(part, filled);
      at += part.length;
      filled += part.length;
      if (filled < piece.length) continue;
      yield piece;
      piece = take(Math.min(pieceLength, remaining + chunk.length - at));
      filled = 0;
    }
  }
  refuseUnless(remaining === 0, code);
}

/** 256 KiB with four calls in flight was the fastest common point of Chromium, Firefox, WebKit and Node. */
export const callsInFlight = 4;

/** Runs `work` on up to four items at once and yields the results in order. Memory: four items, whatever the size. */
export async function* mapInOrder<In, Out>(
  source: AsyncIterable<In>,
  work: (item: In, index: number) => Promise<Out>,
): AsyncGenerator<Out> {
  const running: Promise<Out>[] = [];
  let index = 0;
  for await (const item of source) {
    const task = work(item, index++);
    // Awaited below in its turn; a failure before that turn must not count as unhandled.
    task.catch(() => undefined);
    running.push(task);
    if (running.length < callsInFlight) continue;
    const [first] = running.splice(0, 1);
    if (first !== undefined) yield await first;
  }
  for (const task of running) yield await task;
}

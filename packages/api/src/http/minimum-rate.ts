import { DomainError } from "@dvd/domain/errors";

/** A sender may keep us waiting for `graceMs`, and for as long as what has come would take at this rate. */
export type Rate = { bytesPerSecond: number; graceMs: number; silenceMs: number };

/**
 * What a phone at the edge of a village still sends: 33 kbit/s, a part of 8 MiB in 35 minutes, after a moment to begin.
 * Below the edge's own limits, so that there is an answer.
 */
export const partRate: Rate = { bytesPerSecond: 4_096, graceMs: 20_000, silenceMs: 20_000 };

/**
 * The chunks of a sender who keeps up the rate. Without it, a few hundred connections that send a byte now and then
 * would hold memory and sockets for hours. Only the time that we wait for the sender counts: a slow store is not theirs.
 */
export async function* atLeast(source: AsyncIterator<Uint8Array>, rate: Rate): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  let waitedMs = 0;
  try {
    for (;;) {
      const patience = rate.graceMs + (bytes / rate.bytesPerSecond) * 1_000 - waitedMs;
      // Also when the next drop is there already: a timer of nothing would never win against it.
      if (patience <= 0) throw new DomainError("upload.too-slow");
      const start = performance.now();
      const next = await within(source.next(), Math.min(patience, rate.silenceMs));
      waitedMs += performance.now() - start;
      if (next.done) return;
      bytes += next.value.byteLength;
      yield next.value;
    }
  } finally {
    // Not awaited: behind a sender who is silent it would wait for them.
    source.return?.().catch(() => undefined);
  }
}

function within<T>(work: Promise<T>, ms: number): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new DomainError("upload.too-slow")), ms);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}

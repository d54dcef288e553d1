import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { outcome } from "../testing/refusal.ts";
import { atLeast } from "./minimum-rate.ts";

/** Sends so many bytes, then falls silent for ever. */
async function* silentAfter(...chunks: number[]) {
  for (const size of chunks) yield new Uint8Array(size);
  await new Promise(() => undefined);
}

async function* dripping() {
  for (;;) {
    yield Uint8Array.of(1);
    await sleep(1);
  }
}

const whole = async (source: AsyncIterator<Uint8Array>, rate: Parameters<typeof atLeast>[1]) => {
  for await (const chunk of atLeast(source, rate)) void chunk;
};
const patient = 3_600_000;

describe("a sender", () => {
  it("who is quick is given on byte for byte", async () => {
    async function* source() {
      yield Buffer.from("hallo ");
      yield Buffer.from("welt");
    }
    const chunks = await Array.fromAsync(atLeast(source(), { bytesPerSecond: 1, graceMs: 1_000, silenceMs: 1_000 }));
    expect(Buffer.concat(chunks).toString()).toBe("hallo welt");
  });

  it("who sends nothing is cut off when the grace is over", async () => {
    const rate = { bytesPerSecond: 1_000, graceMs: 20, silenceMs: patient };
    expect(await outcome(whole(silentAfter(), rate))).toBe("upload.too-slow");
  });

  it("who drips is cut off, however regularly the drops come", async () => {
    const rate = { bytesPerSecond: 1_000_000, graceMs: 50, silenceMs: patient };
    expect(await outcome(whole(dripping(), rate))).toBe("upload.too-slow");
  });

  it("who was quick at first cannot rest on that", async () => {
    // For a million bytes at this rate there would be a quarter of an hour.
    const rate = { bytesPerSecond: 1_000, graceMs: 20, silenceMs: 30 };
    expect(await outcome(whole(silentAfter(1_000_000), rate))).toBe("upload.too-slow");
  });

  it("does not pay for the time that we take ourselves", async () => {
    async function* source() {
      for (let count = 0; count < 5; count += 1) yield new Uint8Array(10);
    }
    const rate = { bytesPerSecond: 1_000_000, graceMs: 60, silenceMs: 60 };
    let taken = 0;
    for await (const chunk of atLeast(source(), rate)) {
      taken += chunk.byteLength;
      await sleep(50);
    }
    expect(taken).toBe(50);
  });

  it("who breaks off is told apart from one who is slow", async () => {
    // oxlint-disable-next-line require-yield
    async function* broken(): AsyncGenerator<Uint8Array> {
      throw new Error("connection reset");
    }
    const rate = { bytesPerSecond: 1, graceMs: 1_000, silenceMs: 1_000 };
    await expect(whole(broken(), rate)).rejects.toThrow("connection reset");
  });
});

import { describe, expect, it } from "vitest";
import { gatherBlob } from "./gather-blob.ts";

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

describe("content that is gathered into a blob", () => {
  it("is whole and in order, over the edges of the batches", async () => {
    const gathered = gatherBlob();
    const chunk = (value: number) => new Uint8Array(3 * 1_048_576).fill(value);
    for (const value of [1, 2, 3, 4]) gathered.take(chunk(value));
    const blob = gathered.end("application/octet-stream");
    expect(blob.type).toBe("application/octet-stream");
    const expected = new Uint8Array(await new Blob([1, 2, 3, 4].map(chunk)).arrayBuffer());
    expect(Buffer.from(await bytesOf(blob)).equals(expected)).toBe(true);
  });

  it("is empty when there was none", async () => {
    expect(gatherBlob().end("").size).toBe(0);
  });
});

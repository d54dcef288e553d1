import type { Bytes } from "@dvd/crypto";

const batchBytes = 8 * 1_048_576;

/**
 * Content on its way into one blob. What is complete goes to the browser at once, which has a disk for it: gathered in here, a
 * file of 2 GB took 4 GB of the page's memory.
 */
export function gatherBlob() {
  const batches: Blob[] = [];
  let chunks: Bytes[] = [];
  let size = 0;
  const handOver = () => {
    batches.push(new Blob(chunks));
    chunks = [];
    size = 0;
  };
  return {
    take(chunk: Bytes) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= batchBytes) handOver();
    },
    end(type: string): Blob {
      handOver();
      return new Blob(batches, { type });
    },
  };
}

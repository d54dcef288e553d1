import {
  type Bytes,
  beginSeal,
  type CaseKey,
  generateCaseKey,
  generateSigningKey,
  openContainer,
  type SigningKey,
} from "@dvd/crypto";

/** What is measured, for Node and for a browser's worker alike. Nothing here knows a clock. */
type Keys = { caseKey: CaseKey; sender: SigningKey };

const inFlight = 4;
const plainLength = 262_112;
const block = new Uint8Array(1_048_576).fill(0x5a);

function* content(size: number) {
  for (let left = size; left > 0; left -= block.length) yield left >= block.length ? block : block.subarray(0, left);
}

async function forEachSegment(size: number, work: (index: number) => Promise<unknown>) {
  const count = Math.ceil(size / plainLength);
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < count; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
}

const { subtle } = crypto;
const nativeKey = () => subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

/** The work that nobody can save: AES-256-GCM of every segment and SHA-256 of the result, straight from memory. */
export async function rawSeal(size: number) {
  const key = await nativeKey();
  const plain = block.subarray(0, plainLength);
  await forEachSegment(size, async (index) => {
    const iv = new Uint8Array(12);
    new DataView(iv.buffer).setUint32(0, index);
    await subtle.digest("SHA-256", await subtle.encrypt({ name: "AES-GCM", iv }, key, plain));
  });
}

/** 64 MB that are gone through again and again: more than the processor's caches hold, like the body of a container. */
export async function prepareRawOpen() {
  const key = await nativeKey();
  const iv = new Uint8Array(12);
  const segment = () => subtle.encrypt({ name: "AES-GCM", iv }, key, block.subarray(0, plainLength));
  const segments = await Promise.all(Array.from({ length: 256 }, segment));
  return (size: number) =>
    forEachSegment(size, async (index) => {
      const sealed = segments[index % segments.length] ?? new ArrayBuffer();
      await subtle.decrypt({ name: "AES-GCM", iv }, key, sealed);
      await subtle.digest("SHA-256", sealed);
    });
}

/** Seals `size` bytes; `keep` gets a copy of every segment. */
export async function seal({ caseKey, sender }: Keys, size: number, keep?: (segment: Bytes) => void) {
  const sealing = await beginSeal({ caseKey, sender, type: "file", meta: {}, size });
  for await (const { bytes, release } of sealing.segments(content(size))) {
    keep?.(bytes.slice());
    release();
  }
  const { header, floeHeader } = sealing;
  return { header, floeHeader, ...(await sealing.finish()) };
}

/** Sealing and opening of one size, ready to be run; the body that is opened is in memory. */
export async function prepareContainer(size: number) {
  const keys = { caseKey: generateCaseKey(), sender: (await generateSigningKey()).key };
  const body: Bytes[] = [];
  const sealed = await seal(keys, size, (segment) => body.push(segment));
  const { caseKey, sender } = keys;
  const expect = { type: "file", scopeId: caseKey.scopeId } as const;
  return {
    seal: () => seal(keys, size),
    open: () => openContainer({ ...sealed, body, caseKey, expect, senderKeys: () => sender.spki }, () => undefined),
  };
}

/** The four halves of C1's two pairs, by name. */
export async function prepareWork(size: number) {
  const rawOpen = await prepareRawOpen();
  const container = await prepareContainer(size);
  return { rawSeal: () => rawSeal(size), rawOpen: () => rawOpen(size), ...container };
}

export type WorkName = keyof Awaited<ReturnType<typeof prepareWork>>;

import { concat, u64, type Bytes } from "../bytes.ts";
import { containerKey, encryptSegment, floeKeys } from "../container/floe.ts";
import { sealFields, signSeal } from "../container/seal-record.ts";
import { importAead, sha256 } from "../primitives.ts";
import { randomBytes } from "../random.ts";
import { segmentPlainLength, suiteOf } from "../suite.ts";
import type { Party, Sealed } from "./fixtures.ts";

type Forgery = {
  header: Bytes;
  /** The plaintext frame as it is, however wrong. */
  frame: Uint8Array;
  /** Marks the last segment as one that is followed by more. */
  hidesLast?: boolean;
};

/**
 * A sender who holds all keys and breaks the rules inside the encryption: every tag, hash and signature is right, so
 * that the check under test is the only one that can refuse.
 */
export async function forge({ caseKey, sender }: Party, { header, frame, hidesLast }: Forgery): Promise<Sealed> {
  const suite = suiteOf(1);
  const iv = randomBytes(suite.floeIvLength);
  const keys = await floeKeys(suite, await containerKey(caseKey.secret, header), iv, header);
  const floeHeader = concat(suite.floeParameters, iv, keys.headerTag);
  const dataKey = await importAead(keys.dataKey);
  const count = Math.ceil(frame.length / segmentPlainLength);
  const segments: Bytes[] = [];
  for (let index = 0; index < count; index++) {
    const plain = frame.slice(index * segmentPlainLength, (index + 1) * segmentPlainLength);
    const isLast = index === count - 1 && hidesLast !== true;
    segments.push(await encryptSegment(dataKey, { index, isLast }, randomBytes(12), new Uint8Array(plain)));
  }
  return resign({ header, floeHeader, segments }, { caseKey, sender });
}

/** A valid SEAL over whatever these parts are. */
export async function resign(
  parts: { header: Bytes; floeHeader: Bytes; segments: Bytes[] },
  { sender }: Party,
): Promise<Sealed> {
  const segmentDigests = await Promise.all(parts.segments.map(sha256));
  const fields = await sealFields({ ...parts, segmentDigests });
  return { ...parts, seal: await signSeal(fields, sender), messageId: await sha256(fields) };
}

/** The same SEAL with other numbers in it, signed again. */
export async function resignFields(
  sealed: Sealed,
  { sender }: Party,
  change: (fields: Bytes) => Bytes,
): Promise<Sealed> {
  return { ...sealed, seal: await signSeal(change(sealed.seal.slice(0, 88)), sender) };
}

/** u32 m || meta || content || zeros, without any of the checks of the real writer. */
export const rawFrame = (meta: Uint8Array, content: Uint8Array, length: number, statedMeta = meta.length): Bytes => {
  const front = concat(u64(statedMeta).slice(4), meta, content);
  return concat(front, new Uint8Array(length - front.length));
};

import { copyOf, fromHex, toHex, type Bytes } from "../bytes.ts";
import { openContainer, type ExpectedContainer } from "../container/open.ts";
import { beginSeal } from "../container/seal.ts";
import { CryptoError } from "../errors.ts";
import { generateCaseKey, type CaseKey } from "../keys/case-key.ts";
import { generateSigningKey, type SigningKey } from "../keys/signing.ts";
import type { RandomSource } from "../random.ts";

export const accountId = "0189aaaa-0000-7000-8000-000000000001";
export const otherAccountId = "0189aaaa-0000-7000-8000-000000000002";
export const unitId = "0189bbbb-0000-7000-8000-000000000001";
export const now = new Date("2026-11-21T08:00:00.000Z");

/** Repeatable bytes (xorshift32): good for vectors, useless for secrets. */
export function seededRandom(seed: number): RandomSource {
  let state = seed;
  return (length) =>
    Uint8Array.from({ length }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state & 255;
    });
}

/** The code that an operation refuses with, "accepted" when it does not. Anything but a CryptoError is a bug. */
export async function outcome(operation: () => unknown): Promise<string> {
  try {
    await operation();
    return "accepted";
  } catch (error) {
    if (error instanceof CryptoError) return error.code;
    throw error;
  }
}

/** Code, and the segment or recovery group at fault. */
export async function refusal(operation: () => unknown): Promise<object> {
  try {
    await operation();
    return { code: "accepted" };
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    const { code, segment, group } = error;
    return { code, ...(segment === undefined ? {} : { segment }), ...(group === undefined ? {} : { group }) };
  }
}

export const hex = (text: string): Bytes => fromHex(text.replaceAll(" ", ""));

export function withByte(bytes: Uint8Array, at: number, change: (byte: number) => number): Bytes {
  const changed = copyOf(bytes);
  changed[at] = change(changed[at] ?? 0);
  return changed;
}

export const flipBit = (bytes: Uint8Array, bit: number): Bytes =>
  withByte(bytes, bit >> 3, (byte) => byte ^ (1 << (bit & 7)));

/** Content that shows at which offset it was taken from. */
export const numbered = (length: number): Bytes => Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 8)) & 255);

export type Sealed = { header: Bytes; floeHeader: Bytes; seal: Bytes; segments: Bytes[]; messageId: Bytes };
export type Party = { caseKey: CaseKey; sender: SigningKey };

export const createParty = async (): Promise<Party> => ({
  caseKey: generateCaseKey(),
  sender: (await generateSigningKey()).key,
});

export async function sealFile(
  { caseKey, sender }: Party,
  content: Uint8Array,
  random?: RandomSource,
): Promise<Sealed> {
  const sealing = await beginSeal({
    caseKey,
    sender,
    type: "file",
    meta: { name: "bescheid.pdf", type: "application/pdf" },
    size: content.length,
    ...(random === undefined ? {} : { random }),
  });
  const segments = await Array.fromAsync(sealing.segments([content]), ({ bytes }) => bytes);
  return { header: sealing.header, floeHeader: sealing.floeHeader, segments, ...(await sealing.finish()) };
}

type Reading = { party: Party; body?: Iterable<Uint8Array>; expect?: Partial<ExpectedContainer> };

export const openFile = (sealed: Sealed, { party, body = sealed.segments, expect }: Reading) =>
  openContainer({
    ...sealed,
    body,
    caseKey: party.caseKey,
    expect: { type: "file", scopeId: party.caseKey.scopeId, ...expect },
    senderKeys: (keyId) => (keyId === toHex(party.sender.keyId) ? party.sender.spki : undefined),
  });

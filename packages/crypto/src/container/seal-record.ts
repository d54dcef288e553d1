import { concat, copyOf, copyOfLength, equalBytes, isZero, readerOf, u64, utf8, type Bytes } from "../bytes.ts";
import { refuseUnless } from "../errors.ts";
import { isSignedBy, sign, signingKeyId, type SigningKey } from "../keys/signing.ts";
import { sha256 } from "../primitives.ts";
import { signature, suiteOf } from "../suite.ts";
import { bodyLengthOf, parseFloeHeader, parseHeader, segmentCountOf } from "./header.ts";

/** SEAL: the sender's signed statement over header, lengths and the hashes of all ciphertext segments. */
export const sealLength = 184;
const signedLength = sealLength - signature.length;
const magic = utf8("PSS1");

export const digestOfSegments = (digests: readonly Uint8Array[]): Promise<Bytes> =>
  sha256(concat(utf8("PSC1 segments\0"), ...digests));

const digestOfHeaders = (header: Bytes, floeHeader: Bytes): Promise<Bytes> => sha256(concat(header, floeHeader));

const signedMessage = (fields: Bytes): Bytes => concat(utf8("PSC1 seal v1\0"), fields);

export type SealedParts = { header: Bytes; floeHeader: Bytes; segmentDigests: readonly Uint8Array[] };

/** SEAL[0..88), everything that the signature covers. */
export async function sealFields({ header, floeHeader, segmentDigests }: SealedParts): Promise<Bytes> {
  const { suite, paddedLength } = parseHeader(header);
  return concat(
    magic,
    Uint8Array.of(suite, 0, 0, 0),
    u64(bodyLengthOf(paddedLength)),
    u64(segmentCountOf(paddedLength)),
    await digestOfSegments(segmentDigests),
    await digestOfHeaders(header, floeHeader),
  );
}

export const signSeal = async (fields: Bytes, sender: SigningKey): Promise<Bytes> =>
  concat(fields, await sign(sender, signedMessage(fields)));

/**
 * SEAL and message id over segments that were encrypted and hashed here. Hashes that a server says it holds must never
 * come in: the sender would sign what somebody else wrote. Throws E_SENDER when the header names another sender,
 * E_STATE when a segment's hash is missing.
 */
export async function signSegments(parts: SealedParts, sender: SigningKey): Promise<{ seal: Bytes; messageId: Bytes }> {
  const { senderKeyId, paddedLength } = parseHeader(parts.header);
  refuseUnless(equalBytes(senderKeyId, sender.keyId), "E_SENDER");
  refuseUnless(parts.segmentDigests.length === segmentCountOf(paddedLength), "E_STATE");
  refuseUnless(
    parts.segmentDigests.every((digest) => digest.length === 32),
    "E_LENGTH",
  );
  const seal = await signSeal(await sealFields(parts), sender);
  return { seal, messageId: await messageIdOf(seal) };
}

/** Hash of SEAL without its signature: two signatures over the same message must not make two messages. */
export const messageIdOf = (seal: Uint8Array): Promise<Bytes> =>
  sha256(copyOfLength(seal, sealLength, "E_LENGTH").slice(0, signedLength));

/** The hash over the list of segment hashes as SEAL states it; a receipt quotes it as the digest of the ciphertext. */
export const ciphertextDigestOf = (seal: Uint8Array): Bytes => copyOfLength(seal, sealLength, "E_LENGTH").slice(24, 56);

type SealForm = {
  header: Uint8Array;
  floeHeader: Uint8Array;
  seal: Uint8Array;
  suites?: ReadonlySet<number> | undefined;
};

type SealQuestion = SealForm & { senderSpki: Uint8Array };

/**
 * What can be known of SEAL without the sender's key: form, lengths, and that it speaks of these headers. Returns the
 * hash of the segment list that it states. Throws E_LENGTH, E_MAGIC, E_SUITE, E_RESERVED or E_SEAL_DIGEST.
 */
export async function checkSealForm({ header, floeHeader, seal, suites }: SealForm): Promise<Bytes> {
  const parsed = parseHeader(header, suites);
  parseFloeHeader(floeHeader, suiteOf(parsed.suite, suites));
  const headers = [copyOf(header), copyOf(floeHeader)] as const;
  const read = readerOf(copyOfLength(seal, sealLength, "E_LENGTH"));
  refuseUnless(equalBytes(read.take(4), magic), "E_MAGIC");
  refuseUnless(read.u8() === parsed.suite, "E_SUITE");
  refuseUnless(isZero(read.take(3)), "E_RESERVED");
  refuseUnless(read.u64() === BigInt(bodyLengthOf(parsed.paddedLength)), "E_SEAL_DIGEST");
  refuseUnless(read.u64() === BigInt(segmentCountOf(parsed.paddedLength)), "E_SEAL_DIGEST");
  const segments = read.take(32);
  refuseUnless(equalBytes(read.take(32), await digestOfHeaders(...headers)), "E_SEAL_DIGEST");
  return segments;
}

/**
 * Everything about SEAL that can be known before a byte of the body: form, lengths, headers, sender, signature.
 * Returns the hash of the segment list that the sender signed; the caller must still compare it with the body.
 * Throws as checkSealForm, and E_SENDER, E_SEAL_SIG or E_KEY.
 */
export async function verifySealStatement(question: SealQuestion): Promise<Bytes> {
  // Copied before the first wait: what is checked and what is verified are the same bytes.
  const [header, seal] = [copyOf(question.header), copyOf(question.seal)];
  const segments = await checkSealForm({ ...question, header, seal });
  const { senderKeyId } = parseHeader(header, question.suites);
  refuseUnless(equalBytes(await signingKeyId(question.senderSpki), senderKeyId), "E_SENDER");
  const signed = seal.slice(signedLength);
  refuseUnless(await isSignedBy(question.senderSpki, signedMessage(seal.slice(0, signedLength)), signed), "E_SEAL_SIG");
  return segments;
}

/** What the blind server checks before a container becomes visible. Throws as above, or E_SEAL_DIGEST. */
export async function verifySeal(
  question: SealQuestion & { segmentDigests: readonly Uint8Array[] },
): Promise<{ messageId: Bytes; ciphertextDigest: Bytes }> {
  const stated = await verifySealStatement(question);
  refuseUnless(
    question.segmentDigests.every((digest) => digest.length === 32),
    "E_SEAL_DIGEST",
  );
  const actual = await digestOfSegments(question.segmentDigests);
  refuseUnless(equalBytes(stated, actual), "E_SEAL_DIGEST");
  return { messageId: await messageIdOf(question.seal), ciphertextDigest: stated };
}

import { concat, copyOfLength, equalBytes, toHex, utf8, uuidBytes, type Bytes } from "../bytes.ts";
import { openGrant } from "../envelope/accept.ts";
import { grantLength, inspectGrant, sealGrant } from "../envelope/grant.ts";
import { vaultKeyObject } from "../envelope/objects.ts";
import { refuseUnless } from "../errors.ts";
import { hkdf384, hmac384 } from "../primitives.ts";
import { randomBytes, type RandomSource } from "../random.ts";
import { signature } from "../suite.ts";
import { generateKemSeed, kemKeyFromSeed, type KemKey } from "./kem.ts";
import { signingKeyId, type SigningKey } from "./signing.ts";
import { generateWords, parseWords } from "./words.ts";

const macLength = 48;
const grantEnd = signature.spkiLength + grantLength;
const answerLength = grantEnd + macLength;

/** What a person carries from the new device to the one that has the key: past the server, by eye or by camera. */
type Link = { accountId: string; linkId: string; code: string };
export type LinkRequest = { publicKey: Uint8Array; proof: Uint8Array };

async function macOf({ accountId, linkId, code }: Link, label: string, ...parts: Uint8Array[]): Promise<Bytes> {
  const info = concat(utf8("PSV1 device link\0"), uuidBytes(accountId));
  const key = await hkdf384(utf8(parseWords(code)), uuidBytes(linkId), info, macLength);
  return hmac384(key, concat(utf8(label), ...parts));
}

const proofOf = (link: Link, publicKey: Uint8Array) => macOf(link, "PSV1 link request\0", publicKey);
const tagOf = (link: Link, answer: Uint8Array) => macOf(link, "PSV1 link answer\0", answer);

/** On the new device: a key for this once, a code to carry over, and the proof that they belong together. */
export async function beginDeviceLink(input: { accountId: string; linkId: string; random?: RandomSource }) {
  const { accountId, linkId, random = randomBytes } = input;
  const kem = await kemKeyFromSeed(generateKemSeed(random));
  const code = generateWords(random);
  return { kem, code, publicKey: kem.publicKey, proof: await proofOf({ accountId, linkId, code }, kem.publicKey) };
}

/** Throws E_WORDS for what cannot be a code, and E_LINK when the key is not the one that the code's device has made. */
export async function checkDeviceLink(link: Link, { publicKey, proof }: LinkRequest): Promise<void> {
  refuseUnless(equalBytes(await proofOf(link, publicKey), proof), "E_LINK");
}

/** On the device that has the key, after its person agreed. Throws as `checkDeviceLink`, and E_KEY. */
export async function answerDeviceLink(
  link: Link,
  request: LinkRequest,
  own: { vaultKey: Uint8Array; signing: SigningKey; now: Date; random?: RandomSource },
): Promise<Bytes> {
  await checkDeviceLink(link, request);
  const { vaultKey: secret, signing: grantor, now, random = randomBytes } = own;
  const object = await vaultKeyObject(link.accountId);
  const grant = { ...object, role: "device" as const, recipientKey: request.publicKey, secret, grantor, now, random };
  const answer = concat(grantor.spki, await sealGrant(grant));
  return concat(answer, await tagOf(link, answer));
}

/** What the server checks before it keeps an answer: whose vault key, for which key. Throws E_LINK and as parsing does. */
export function inspectLinkAnswer(answer: Uint8Array) {
  refuseUnless(answer.length === answerLength, "E_LINK");
  return inspectGrant(answer.slice(signature.spkiLength, grantEnd));
}

/**
 * On the new device. The tag is checked before the private key is used: nobody who lacks the code can answer. Throws
 * E_LINK, or what `openGrant` throws. The vault that opens with it must hold the key that `grantorSpki` names.
 */
export async function openDeviceLink(
  link: Link,
  answer: Uint8Array,
  kem: KemKey,
): Promise<{ vaultKey: Bytes; grantorSpki: Bytes }> {
  const whole = copyOfLength(answer, answerLength, "E_LINK");
  refuseUnless(equalBytes(await tagOf(link, whole.slice(0, grantEnd)), whole.slice(grantEnd)), "E_LINK");
  const grantorSpki = whole.slice(0, signature.spkiLength);
  const grantorId = toHex(await signingKeyId(grantorSpki));
  const vaultKey = await openGrant({
    env: whole.slice(signature.spkiLength, grantEnd),
    recipient: kem,
    expect: { ...(await vaultKeyObject(link.accountId)), role: "device" },
    grantors: (id) => (id === grantorId ? grantorSpki : undefined),
  });
  return { vaultKey, grantorSpki };
}

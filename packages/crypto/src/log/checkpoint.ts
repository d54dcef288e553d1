import { concat, equalBytes, fromBase64, toBase64, utf8, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { isSignedBy, sign, type SigningKey } from "../keys/signing.ts";
import { sha256 } from "../primitives.ts";
import { emptyRoot, type TreeHead } from "./merkle.ts";

/** A key under the name by which notes refer to it. */
export type NamedKey = { readonly name: string; readonly spki: Uint8Array };
export type NamedSigner = { readonly name: string; readonly key: SigningKey };

export type Checkpoint = TreeHead & {
  origin: string;
  /** The three lines that are signed and cosigned. */
  body: string;
  signatures: readonly { name: string; keyId: Bytes; value: Bytes }[];
};

/** What signs what. C2SP has no number for P-384, so the type is 0xff and a name; the name keeps both roles apart. */
const signatureTypes = {
  checkpoint: "direktvermittlung.checkpoint.ecdsa-p384-sha384.v1",
  cosignature: "direktvermittlung.cosignature.ecdsa-p384-sha384.v1",
} as const;
type Role = keyof typeof signatureTypes;

/** Names and origins, narrower than C2SP: what looks the same to people is the same to programs. */
export const namePattern = /^[a-z0-9][a-z0-9./-]{0,99}$/;

const form = /^(.+)\n(0|[1-9]\d{0,15})\n(.{44})\n\n((?:\u2014 .+\n){1,17})$/;
const signatureForm = /^\u2014 ([^ ]+) ([^ ]{8,8192})$/;

const bodyOf = (origin: string, { size, root }: TreeHead): string => `${origin}\n${size}\n${toBase64(root)}\n`;

/** The first four bytes of a hash say which of the known keys to try; they prove nothing. */
export const noteKeyId = async (role: Role, name: string, spki: Uint8Array): Promise<Bytes> =>
  (await sha256(concat(utf8(`${name}\n`), Uint8Array.of(0xff), utf8(`${signatureTypes[role]}\n`), spki))).slice(0, 4);

export const signatureLine = async (role: Role, { name, key }: NamedSigner, value: Bytes): Promise<string> =>
  `\u2014 ${name} ${toBase64(concat(await noteKeyId(role, name, key.spki), value))}\n`;

/** The value that a key has put under a note; undefined when there is none by it. */
export async function signatureBy(role: Role, { signatures }: Checkpoint, { name, spki }: NamedKey) {
  const keyId = await noteKeyId(role, name, spki);
  return signatures.find((one) => one.name === name && equalBytes(one.keyId, keyId))?.value;
}

const signedMessage = (body: string): Bytes => utf8(`checkpoint/v1\n${body}`);

/** Throws E_LOG_FORMAT for an origin that no reader would accept. */
export async function signCheckpoint(head: TreeHead, { name, key }: NamedSigner): Promise<string> {
  const body = bodyOf(name, head);
  const note = `${body}\n${await signatureLine("checkpoint", { name, key }, await sign(key, signedMessage(body)))}`;
  await parseCheckpoint(note);
  return note;
}

/** Reads the form only, proves nothing. Every checkpoint has one spelling; all others are E_LOG_FORMAT. */
export async function parseCheckpoint(note: string): Promise<Checkpoint> {
  const [, origin = "", size = "", root = "", lines = ""] = form.exec(note) ?? [];
  refuseUnless(namePattern.test(origin) && Number.isSafeInteger(Number(size)), "E_LOG_FORMAT");
  const head = { size: Number(size), root: fromNote(root) };
  refuseUnless(head.root.length === 32, "E_LOG_FORMAT");
  refuseUnless(head.size > 0 || equalBytes(head.root, await emptyRoot()), "E_LOG_FORMAT");
  const signatures = lines.split("\n").slice(0, -1).map(readSignature);
  const signers = new Set(signatures.map(({ name, keyId }) => `${name} ${toBase64(keyId)}`));
  refuseUnless(signers.size === signatures.length, "E_LOG_FORMAT");
  return { origin, ...head, body: bodyOf(origin, head), signatures };
}

function readSignature(line: string) {
  const [, name = "", encoded = ""] = signatureForm.exec(line) ?? [];
  refuseUnless(namePattern.test(name), "E_LOG_FORMAT");
  const bytes = fromNote(encoded);
  refuseUnless(bytes.length > 4, "E_LOG_FORMAT");
  return { name, keyId: bytes.slice(0, 4), value: bytes.slice(4) };
}

export function fromNote(encoded: string): Bytes {
  try {
    return fromBase64(encoded);
  } catch (cause) {
    throw new CryptoError("E_LOG_FORMAT", { cause });
  }
}

/** Throws E_LOG_SIG unless the log itself has signed: its name is the origin. */
export async function verifyLogSignature(checkpoint: Checkpoint, spki: Uint8Array): Promise<void> {
  const value = await signatureBy("checkpoint", checkpoint, { name: checkpoint.origin, spki });
  refuseUnless(value !== undefined && (await isSignedBy(spki, signedMessage(checkpoint.body), value)), "E_LOG_SIG");
}

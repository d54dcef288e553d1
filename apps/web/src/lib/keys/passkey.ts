import { type Bytes, randomBytes, toBase64Url, uuidBytes } from "@dvd/crypto";

/**
 * Passkeys as keepers of a secret, not as a login: nobody verifies what they sign, and the server never sees it. What
 * counts is the PRF extension, 32 bytes that only this passkey computes from an input.
 */
export type AskedPasskey = { credentialId: Bytes; prfInput: Bytes };

export class PasskeyError extends Error {
  readonly reason: "cancelled" | "exists" | "unable";

  constructor(reason: PasskeyError["reason"], options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}

/** False where the browser has no passkeys, or none that compute: the way is then not offered. */
export async function canOpenWithPasskeys(): Promise<boolean> {
  if (!("PublicKeyCredential" in globalThis) || !("getClientCapabilities" in PublicKeyCredential)) return false;
  const capabilities = await PublicKeyCredential.getClientCapabilities();
  return capabilities["extension:prf"] === true;
}

/** A new passkey on this device or on a security key. Throws PasskeyError. The caller wipes `prfOutput`. */
export async function makePasskey(accountId: string, label: string, existing: readonly AskedPasskey[]) {
  const prfInput = randomBytes(32);
  const publicKey: PublicKeyCredentialCreationOptions = {
    challenge: randomBytes(32),
    rp: { name: label },
    user: { id: uuidBytes(accountId), name: label, displayName: label },
    pubKeyCredParams: [
      { type: "public-key", alg: -7 },
      { type: "public-key", alg: -257 },
    ],
    authenticatorSelection: { residentKey: "preferred", userVerification: "required" },
    // The same authenticator would silently replace its passkey of this account, and the old way back with it.
    excludeCredentials: existing.map(named),
  };
  const prf = { eval: { first: prfInput } };
  const credential = await create({ ...publicKey, extensions: { prf } }).catch((error: unknown) => {
    // Some authenticators fail on the extension while they are made, and compute all the same afterwards.
    if (error instanceof PasskeyError && isNamed(error.cause, "UnknownError")) return create(publicKey);
    throw error;
  });
  const credentialId = new Uint8Array(credential.rawId);
  // Said clearly: no second question that could only fail. Silence means "ask".
  if (credential.getClientExtensionResults().prf?.enabled === false) throw new PasskeyError("unable");
  const made = outputOf(credential);
  return { credentialId, prfInput, prfOutput: made ?? (await askPasskey([{ credentialId, prfInput }])) };
}

/** What one of these passkeys computes. Throws PasskeyError. */
export async function askPasskey(asked: readonly AskedPasskey[]): Promise<Bytes> {
  const evalByCredential = Object.fromEntries(
    asked.map(({ credentialId, prfInput }) => [toBase64Url(credentialId), { first: prfInput }]),
  );
  const credential = await settled(
    navigator.credentials.get({
      publicKey: {
        challenge: randomBytes(32),
        allowCredentials: asked.map(named),
        userVerification: "required",
        extensions: { prf: { evalByCredential } },
      },
    }),
  );
  const output = outputOf(credential);
  if (!output) throw new PasskeyError("unable");
  return output;
}

const create = (publicKey: PublicKeyCredentialCreationOptions) => settled(navigator.credentials.create({ publicKey }));
const named = ({ credentialId }: AskedPasskey) => ({ type: "public-key" as const, id: credentialId });
const isNamed = (error: unknown, name: string) => error instanceof DOMException && error.name === name;

async function settled(asking: Promise<Credential | null>): Promise<PublicKeyCredential> {
  const credential = await asking.catch((cause: unknown) => {
    if (isNamed(cause, "NotAllowedError") || isNamed(cause, "AbortError"))
      throw new PasskeyError("cancelled", { cause });
    throw new PasskeyError(isNamed(cause, "InvalidStateError") ? "exists" : "unable", { cause });
  });
  if (!(credential instanceof PublicKeyCredential)) throw new PasskeyError("unable");
  return credential;
}

function outputOf(credential: PublicKeyCredential): Bytes | null {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!first) return null;
  // A buffer or a view of one, says the type; both are copied into bytes of our own, which can be wiped.
  return ArrayBuffer.isView(first)
    ? Uint8Array.from(new Uint8Array(first.buffer, first.byteOffset, first.byteLength))
    : Uint8Array.from(new Uint8Array(first));
}

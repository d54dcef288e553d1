import { concat, copyOf, copyOfLength, utf8, uuidBytes, type Bytes } from "../bytes.ts";
import { hkdf384, importAead } from "../primitives.ts";
import { randomBytes } from "../random.ts";
import { aead } from "../suite.ts";
import { encodeSlotHeader, expectSlot, saltLength } from "./slot-header.ts";
import { sealSlot, unwrapWith, type Opening, type Sealing, type Slot } from "./slot.ts";

/** What the PRF extension of WebAuthn answers with. */
const prfOutputLength = 32;

async function passkeyWrapKey(prfOutput: Uint8Array, accountId: string, credentialId: Bytes) {
  const secret = copyOfLength(prfOutput, prfOutputLength, "E_SLOT");
  const info = concat(utf8("PSV1 prf\0"), uuidBytes(accountId), credentialId);
  return importAead(await hkdf384(secret, new Uint8Array(), info, aead.keyLength));
}

type Prf = { prfOutput: Uint8Array };

/** Throws E_SLOT when the credential id, the input or the output of the PRF has another length than WebAuthn gives. */
export async function sealPasskeySlot(
  input: Sealing & Prf & { credentialId: Uint8Array; prfInput: Uint8Array },
): Promise<Slot> {
  const { accountId, vaultKey, random = randomBytes } = input;
  const prfInput = copyOfLength(input.prfInput, saltLength, "E_SLOT");
  const credentialId = copyOf(input.credentialId);
  const header = encodeSlotHeader("passkey", accountId, prfInput, credentialId);
  expectSlot(header, "passkey", accountId);
  return sealSlot(await passkeyWrapKey(input.prfOutput, accountId, credentialId), header, vaultKey, random);
}

/** Which credential to ask, and what to ask it. Throws E_SLOT for another type or account. */
export function readPasskeySlot(header: Uint8Array, accountId: string): { prfInput: Bytes; credentialId: Bytes } {
  const parameters = expectSlot(header, "passkey", accountId);
  return { prfInput: parameters.slice(0, saltLength), credentialId: parameters.slice(saltLength) };
}

/** Returns the vault key. Throws E_SLOT: another account's slot, another type, damaged, or not this passkey. */
export async function openPasskeySlot({ slot, accountId, prfOutput }: Opening & Prf): Promise<Bytes> {
  const { credentialId } = readPasskeySlot(slot.header, accountId);
  return unwrapWith(await passkeyWrapKey(prfOutput, accountId, credentialId), copyOf(slot.header), slot.wrapped);
}

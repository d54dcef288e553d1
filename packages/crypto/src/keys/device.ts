import { concat, copyOfLength, utf8, uuidBytes, type Bytes } from "../bytes.ts";
import { aeadSeal, type NativeKey } from "../primitives.ts";
import { randomBytes, type RandomSource } from "../random.ts";
import { aead } from "../suite.ts";
import { unwrapWith } from "./slot.ts";

const deviceContext = (accountId: string): Bytes => concat(utf8("PSV1 device\0"), uuidBytes(accountId));

/** IV || ciphertext for this device's own storage; it never goes to the server. */
export async function wrapForDevice(
  vaultKey: Uint8Array,
  deviceKey: NativeKey,
  accountId: string,
  random: RandomSource = randomBytes,
): Promise<Bytes> {
  const iv = random(aead.ivLength);
  const own = copyOfLength(vaultKey, aead.keyLength, "E_KEY");
  return concat(iv, await aeadSeal(deviceKey, iv, deviceContext(accountId), own));
}

/** Throws E_SLOT when it was wrapped by another device, for another account, or has been damaged. */
export const unwrapForDevice = (wrapped: Uint8Array, deviceKey: NativeKey, accountId: string): Promise<Bytes> =>
  unwrapWith(deviceKey, deviceContext(accountId), wrapped);

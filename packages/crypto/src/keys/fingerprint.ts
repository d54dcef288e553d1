import { concat, copyOfLength, toHex, u32, utf8, uuidBytes } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import { sha256 } from "../primitives.ts";
import { signingKeyId } from "./signing.ts";

/** H256("PSRF" || key id) of an authority's root key, in hex. Throws E_KEY. */
export const rootFingerprint = async (rootSpki: Uint8Array): Promise<string> =>
  toHex(await sha256(concat(utf8("PSRF"), await signingKeyId(rootSpki))));

/**
 * H256("PSAF" || encryption key id || signing key id) of an account, in hex: whoever compares it has compared both, so
 * that nobody can slip one of the two in. Throws E_KEY.
 */
export const accountFingerprint = async (kemKeyId: Uint8Array, signingSpki: Uint8Array): Promise<string> =>
  toHex(await sha256(concat(utf8("PSAF"), copyOfLength(kemKeyId, 32, "E_KEY"), await signingKeyId(signingSpki))));

/**
 * H256("PSUF" || unit id || u32 epoch || encryption key id) of a unit's key, in hex: the key office compares it with what
 * the unit's own people see, before it signs. Throws E_KEY.
 */
export const unitKeyFingerprint = async (unitId: string, epoch: number, kemKeyId: Uint8Array): Promise<string> =>
  toHex(await sha256(concat(utf8("PSUF"), uuidBytes(unitId), u32(epoch), copyOfLength(kemKeyId, 32, "E_KEY"))));

/** The fingerprint for comparison by people and on paper: twelve groups of five digits (the value modulo 10^60). */
export function formatFingerprint(fingerprint: string): string {
  if (!/^[0-9a-f]{64}$/.test(fingerprint)) throw new CryptoError("E_KEY");
  const digits = (BigInt(`0x${fingerprint}`) % 10n ** 60n).toString().padStart(60, "0");
  return (digits.match(/\d{5}/g) ?? []).join(" ");
}

import { type Bytes, concat, copyOf, copyOfLength, toHex, u32, utf8, uuidBytes } from "../bytes.ts";
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

/** H256 of a grant: names it to whoever is not to have it. */
export const grantDigest = async (env: Uint8Array): Promise<Bytes> => sha256(copyOf(env));

/** A new key of a unit, with the digests of everything that was sealed for it: its seed by account, earlier epochs by number. */
export type SealedUnitKey = {
  unitId: string;
  epoch: number;
  keyId: Uint8Array;
  seeds: readonly { account: string; digest: Uint8Array }[];
  links: readonly { epoch: number; digest: Uint8Array }[];
};

/**
 * Of a unit's new key with all that was sealed for it, in hex (docs/keys.md, 6): the key office compares it with what the
 * unit's own people see, before it signs. Over the key alone, the same key could be proposed again with envelopes that
 * nobody has looked at. Throws E_KEY.
 */
export async function unitKeyFingerprint({ unitId, epoch, keyId, seeds, links }: SealedUnitKey): Promise<string> {
  const digestOf = ({ digest }: { digest: Uint8Array }) => copyOfLength(digest, 32, "E_KEY");
  const sealed = seeds
    .toSorted((one, other) => (one.account < other.account ? -1 : 1))
    .flatMap((seed) => [uuidBytes(seed.account), digestOf(seed)]);
  const linked = links
    .toSorted((one, other) => one.epoch - other.epoch)
    .flatMap((link) => [u32(link.epoch), digestOf(link)]);
  const key = concat(utf8("PSUF"), uuidBytes(unitId), u32(epoch), copyOfLength(keyId, 32, "E_KEY"));
  return toHex(await sha256(concat(key, u32(seeds.length), ...sealed, ...linked)));
}

/** The fingerprint for comparison by people and on paper: twelve groups of five digits (the value modulo 10^60). */
export function formatFingerprint(fingerprint: string): string {
  if (!/^[0-9a-f]{64}$/.test(fingerprint)) throw new CryptoError("E_KEY");
  const digits = (BigInt(`0x${fingerprint}`) % 10n ** 60n).toString().padStart(60, "0");
  return (digits.match(/\d{5}/g) ?? []).join(" ");
}

import {
  accountFingerprint,
  formatFingerprint,
  kemKeyId,
  type MemberRole,
  type MembersStatement,
  toBase64Url,
  toHex,
} from "@dvd/crypto";
import type { Bytes } from "../wire.ts";

type Account = { id: string; kemPublicKey: Bytes; signingKey: Bytes };
export type Entry = MembersStatement["members"][number];

/** Somebody as a signed list would name them, and the digits that they read out themselves. */
export async function describeEntry({ id, kemPublicKey, signingKey }: Account, role: MemberRole) {
  // Computed from the keys: an id that somebody wrote beside them says nothing.
  const keyId = await kemKeyId(kemPublicKey);
  const digits = formatFingerprint(await accountFingerprint(keyId, signingKey));
  const entry: Entry = { account: id, role, signing_key: toBase64Url(signingKey), kem_key_id: toHex(keyId) };
  return { digits, entry };
}

import { type AccountChange, CryptoError, verifyAccountChange } from "@dvd/crypto";
import { DomainError } from "@dvd/domain/errors";
import type { Bytes } from "../wire.ts";
import type { SignedChange } from "./signed-change.contract.ts";

type Expected = Pick<AccountChange, "account" | "what" | "vault_version"> & { digest: Promise<string> };

/**
 * A login is not enough to change what the account's keys lie in: its thief would put garbage there, and neither a way
 * back nor an objection would be left to the owner.
 */
export async function assertSigned(signed: SignedChange, spki: Bytes, { digest, ...expected }: Expected) {
  try {
    await verifyAccountChange({ signed, spki, expect: { ...expected, digest: await digest } });
  } catch (error) {
    if (error instanceof CryptoError) throw new DomainError("account.not-signed");
    throw error;
  }
}

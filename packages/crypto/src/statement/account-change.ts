import { concat, copyOf, toHex, utf8, uuidBytes } from "../bytes.ts";
import { refuseUnless } from "../errors.ts";
import { checkShape, instant, integer, literal, object, readJson, writeJson, type Read } from "../json.ts";
import type { Slot } from "../keys/slot.ts";
import type { SigningKey } from "../keys/signing.ts";
import { sha256 } from "../primitives.ts";
import { isPayloadSigned, signPayload, type Signed, type SignedBytes } from "./dsse.ts";
import { hashShape, uuidShape } from "./statement.ts";

const shape = object(
  {
    type: literal("account-change"),
    version: literal(1),
    account: uuidShape,
    what: literal("vault", "ways", "end"),
    /** Of the vault as it is after the change. */
    vault_version: integer(1),
    digest: hashShape,
    signed_at: instant,
  },
  {},
);

/**
 * The word of the account's key that its vault or its ways back become these, or that all of it ends: a login alone could
 * destroy them.
 */
export type AccountChange = Read<typeof shape>;

export const signAccountChange = async (change: AccountChange, key: SigningKey): Promise<SignedBytes> =>
  signPayload("accountChange", utf8(writeJson(checkShape(change, shape, "E_CHANGE"))), key);

type VerifyAccountChangeInput = {
  signed: Signed;
  /** The account's current signing key. */
  spki: Uint8Array;
  expect: Pick<AccountChange, "account" | "what" | "vault_version" | "digest">;
};

/** In this order: E_CHANGE (malformed), E_CHANGE_CONTEXT (another account or change), E_CHANGE_SIG. */
export async function verifyAccountChange({ signed, spki, expect }: VerifyAccountChangeInput): Promise<void> {
  const read = readJson(signed.payload, shape, "E_CHANGE");
  refuseUnless(
    read.account === expect.account &&
      read.what === expect.what &&
      read.vault_version === expect.vault_version &&
      read.digest === expect.digest,
    "E_CHANGE_CONTEXT",
  );
  refuseUnless(await isPayloadSigned("accountChange", signed, spki), "E_CHANGE_SIG");
}

export const vaultDigest = async (sealed: Uint8Array): Promise<string> => toHex(await sha256(copyOf(sealed)));

/** There is nothing to come after the end; the account itself keeps the word from counting for another one. */
export const endDigest = async (account: string): Promise<string> =>
  toHex(await sha256(concat(utf8("PSAC end\0"), uuidBytes(account))));

export type WaysChange = {
  /** Ids of all slots before the change: it says nothing about an account that has others by now. */
  before: readonly string[];
  removed?: string | undefined;
  added?: (Slot & { slotId: string }) | undefined;
};

export async function waysDigest({ before, removed, added }: WaysChange): Promise<string> {
  const parts = [
    Uint8Array.of(before.length),
    ...before.toSorted().map(uuidBytes),
    ...(removed === undefined ? [Uint8Array.of(0)] : [Uint8Array.of(1), uuidBytes(removed)]),
    ...(added ? [Uint8Array.of(1), uuidBytes(added.slotId), added.header, added.wrapped] : [Uint8Array.of(0)]),
  ];
  return toHex(await sha256(concat(utf8("PSAC ways\0"), ...parts)));
}

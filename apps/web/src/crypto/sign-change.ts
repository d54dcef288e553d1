import { type AccountChange, type AccountKeys, signAccountChange, type Vault } from "@dvd/crypto";
import { toBase64 } from "./base64.ts";

type Change = Pick<AccountChange, "what" | "vault_version" | "digest">;
export type SigningAccount = { vault: Pick<Vault, "accountId">; keys: Pick<AccountKeys, "signing"> };

/** The word of the account's own key, without which the server changes neither the vault nor the ways back. */
export async function signChange({ vault, keys }: SigningAccount, change: Change, now: Date) {
  const { payload, signature } = await signAccountChange(
    { type: "account-change", version: 1, account: vault.accountId, ...change, signed_at: now.toISOString() },
    keys.signing,
  );
  return { payload: toBase64(payload), signature: toBase64(signature) };
}

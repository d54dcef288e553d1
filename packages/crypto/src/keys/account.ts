import type { Bytes } from "../bytes.ts";
import { randomBytes, type RandomSource } from "../random.ts";
import { aead } from "../suite.ts";
import { generateKemSeed, kemKeyFromSeed, type KemKey } from "./kem.ts";
import { generateSigningKey, importSigningKey, type SigningKey } from "./signing.ts";
import type { Vault } from "./vault.ts";

export type AccountKeys = { kem: KemKey; signing: SigningKey };

/** Throws E_KEY when the vault holds something else than keys. */
export const accountKeys = async (vault: Vault): Promise<AccountKeys> => ({
  kem: await kemKeyFromSeed(vault.kemSeed),
  signing: await importSigningKey(vault.signingKey),
});

/**
 * A fresh account: its vault (version 1, nothing pinned) and the vault key. Neither has been stored anywhere yet;
 * seal the vault and make a recovery slot before the account is used, or the first lost device loses everything.
 */
export async function createAccount(input: {
  accountId: string;
  displayName?: string;
  random?: RandomSource;
}): Promise<{ vault: Vault; vaultKey: Bytes; keys: AccountKeys }> {
  const { accountId, displayName, random = randomBytes } = input;
  const { pkcs8 } = await generateSigningKey();
  const vault: Vault = {
    version: 1,
    accountId,
    ...(displayName === undefined ? {} : { displayName }),
    kemSeed: generateKemSeed(random),
    signingKey: pkcs8,
    pins: { roots: {}, epochs: {}, heads: {} },
  };
  return { vault, vaultKey: random(aead.keyLength), keys: await accountKeys(vault) };
}

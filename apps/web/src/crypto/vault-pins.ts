import { type AccountKeys, type Bytes, sealVault, type Vault, vaultDigest } from "@dvd/crypto";
import { toBase64 } from "./base64.ts";
import { signChange } from "./sign-change.ts";
import { pinDirectory, readDirectory, type TrustedDirectory } from "./trust.ts";
import type { KeysAnswer } from "./wire-types.ts";

/** Pins changed: the sealed vault that the server should keep from now on. */
export type VaultUpdate = {
  expectedVersion: number;
  vault: string;
  signed: Awaited<ReturnType<typeof signChange>>;
} | null;

type Ports = { now: () => Date; opened: () => { vault: Vault; vaultKey: Bytes; keys: AccountKeys } };

export type VaultPins = ReturnType<typeof createVaultPins>;

/** What the account that is open remembers of authorities, and believes of them from then on. */
export const createVaultPins = ({ now, opened }: Ports) => ({
  trusted: (authority: string, answer: KeysAnswer) => readDirectory(authority, answer, opened().vault.pins, now()),

  async pin(directory: TrustedDirectory, unitIds: readonly string[]): Promise<VaultUpdate> {
    const { vault, vaultKey, keys } = opened();
    if (!pinDirectory(directory, unitIds, vault.pins)) return null;
    const expectedVersion = vault.version;
    vault.version += 1;
    const sealed = await sealVault(vault, vaultKey);
    const change = { what: "vault", vault_version: vault.version, digest: await vaultDigest(sealed) } as const;
    return { expectedVersion, vault: toBase64(sealed), signed: await signChange({ vault, keys }, change, now()) };
  },
});

import type { Keys } from "../../crypto/client.ts";
import type { VaultUpdate } from "../../crypto/vault-pins.ts";
import { problemOf } from "../problem.ts";
import type { ApiClient } from "../trpc/client.ts";

/** Another device has changed the vault in between: what this one holds in memory is old, and is read anew once. */
export function isOldVault(error: unknown) {
  const problem = problemOf(error);
  return problem.kind === "refused" && problem.code === "vault.conflict";
}

/**
 * What the key holder has newly pinned must be with the server before anything is built on it, so that the next device
 * holds the office to it as well.
 */
export type SavePins = (update: VaultUpdate) => Promise<void>;

export function createSavePins(client: ApiClient, keys: () => Pick<Keys, "vaultSaved">): SavePins {
  /** One that could not be saved: the key holder counts on it already and will not hand it out again. */
  let unsaved: VaultUpdate = null;
  return async (update) => {
    unsaved = update ?? unsaved;
    if (!unsaved) return;
    const sending = unsaved;
    try {
      await client.accounts.saveVault.mutate(sending);
      await keys().vaultSaved();
      unsaved = null;
    } catch (error) {
      // The vault is read anew after a conflict, and with it the count from which this update was made.
      if (isOldVault(error)) unsaved = null;
      throw error;
    }
  };
}

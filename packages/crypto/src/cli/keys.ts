import { fromBase64Url, fromHex, uuidPattern, type Bytes } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import { base64, integer, list, literal, nullable, object, readLooseJson, text } from "../json.ts";
import { accountKeys, type AccountKeys } from "../keys/account.ts";
import { parseRecoveryKey } from "../keys/recovery.ts";
import { openRecoverySlot } from "../keys/slot.ts";
import { openVault, type Vault } from "../keys/vault.ts";
import { CliError } from "./exit-codes.ts";
import { readSmall } from "./files.ts";

/** One line of lower-case hex or of base64url, nothing around it. Throws E_ENCODING, or E_KEY for another length. */
export async function readKeyFile(file: string, length?: number): Promise<Bytes> {
  const line = (await readSmall(file)).replace(/\r?\n$/, "");
  const bytes = /^(?:[0-9a-f]{2})+$/.test(line) ? fromHex(line) : fromBase64Url(line);
  if (bytes.length === 0 || (length !== undefined && bytes.length !== length)) throw new CryptoError("E_KEY");
  return bytes;
}

export type Account = { kind: "citizen" | "official"; vault: Vault; keys: AccountKeys };

const slot = object({ slotId: text(36, uuidPattern), kind: text(100), header: base64, wrapped: base64 }, {});
/** As the portal answers the question for one's own account. */
const accountShape = object(
  {
    kind: literal("citizen", "official"),
    accountId: text(36, uuidPattern),
    keys: nullable(object({ vault: base64, version: integer(1), slots: list(slot, 100) }, {})),
  },
  {},
);

export const accountOptions = { account: { type: "string" }, "recovery-key": { type: "string" } } as const;
type AccountArgs = { account?: string | undefined; "recovery-key"?: string | undefined };

/** Undefined when no account was named. Throws as parseRecoveryKey, openRecoverySlot and openVault. */
export async function readAccount(args: AccountArgs): Promise<Account | undefined> {
  if (args.account === undefined && args["recovery-key"] === undefined) return undefined;
  if (args.account === undefined || args["recovery-key"] === undefined)
    throw new CliError("usage", "--account and --recovery-key belong together");
  const { kind, accountId, keys } = readLooseJson(await readSmall(args.account), accountShape, "E_VAULT");
  if (keys === null) throw new CryptoError("E_VAULT");
  const recoveryKey = findRecoveryKey(await readSmall(args["recovery-key"]));
  const vaultKey = await openFirstSlot(keys.slots, recoveryKey, accountId);
  const vault = await openVault({ sealed: keys.vault, vaultKey, accountId, minimumVersion: keys.version });
  return { kind, vault, keys: await accountKeys(vault) };
}

/** The saved file has sentences around the key, which stands on a line of its own. */
function findRecoveryKey(file: string): Bytes {
  let failure: unknown = new CryptoError("E_RECOVERY_FORMAT");
  for (const line of file.split("\n")) {
    try {
      return parseRecoveryKey(line);
    } catch (error) {
      // A mistyped key says more than a sentence that is none.
      if (error instanceof CryptoError && error.code === "E_RECOVERY_CHECKSUM") failure = error;
    }
  }
  throw failure;
}

async function openFirstSlot(
  slots: readonly { header: Bytes; wrapped: Bytes }[],
  recoveryKey: Bytes,
  accountId: string,
): Promise<Bytes> {
  for (const slot of slots) {
    const vaultKey = await openRecoverySlot({ slot, recoveryKey, accountId }).catch((error: unknown) => {
      if (error instanceof CryptoError) return undefined;
      throw error;
    });
    if (vaultKey) return vaultKey;
  }
  throw new CryptoError("E_SLOT");
}

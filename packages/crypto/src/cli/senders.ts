import { toHex, type Bytes } from "../bytes.ts";
import { signingKeyId } from "../keys/signing.ts";
import { signature } from "../suite.ts";
import { authorityOptions, type Authority } from "./authority.ts";
import { readKeyFile, type Account } from "./keys.ts";

export const senderOptions = {
  ...authorityOptions,
  "sender-key": { type: "string", multiple: true },
  unproven: { type: "boolean" },
} as const;

export type Sender = { spki: Bytes; isProven: boolean; who: string };

/** Everybody whose signature can be checked, by key id in hex. */
export type Senders = ReadonlyMap<string, Sender>;

/** What the authority certified wins over what somebody brought along: the same key can be in both. */
export async function readSenders(
  files: readonly string[] | undefined,
  authority: Authority | undefined,
  account: Account | undefined,
): Promise<Senders> {
  const senders = new Map<string, Sender>();
  for (const file of files ?? []) {
    const spki = await readKeyFile(file, signature.spkiLength);
    senders.set(toHex(await signingKeyId(spki)), { spki, isProven: false, who: `the holder of the key in ${file}` });
  }
  for (const unitId of authority?.unitIds ?? [])
    for (const [keyId, { spki, role, account: id, until }] of authority?.directory.authors(unitId) ?? [])
      senders.set(keyId, {
        spki,
        isProven: true,
        who: `${role} ${id} of unit ${unitId}, ${authority?.directory.name}${until ? `, until ${until.toISOString()}` : ""}`,
      });
  if (account)
    senders.set(toHex(account.keys.signing.keyId), {
      spki: account.keys.signing.spki,
      isProven: true,
      who: `this account, ${account.vault.accountId}`,
    });
  return senders;
}

export const senderFacts = (keyId: Bytes, senders: Senders) => {
  const sender = senders.get(toHex(keyId));
  return { keyId: toHex(keyId), isProven: sender?.isProven ?? false, who: sender?.who ?? null };
};

/** In both languages, because this is the sentence that nobody may miss. */
export const notProvenWarning =
  "!!! ABSENDER NICHT BEWIESEN / SENDER NOT PROVEN: the seal is intact, but no authority has certified its key.";

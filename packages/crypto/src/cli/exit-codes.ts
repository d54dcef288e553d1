import type { CryptoErrorCode } from "../errors.ts";

/** What a script can tell apart. docs/dvd-crypto.md has the same table, and its test compares the two. */
export const exitCodes = {
  ok: 0,
  usage: 1,
  malformed: 2,
  notMyKey: 3,
  tampered: 4,
  notProven: 5,
  stale: 6,
  file: 7,
  internal: 70,
} as const;

export type Exit = keyof typeof exitCodes;

/** Wrong arguments, or a file that cannot be read or written: not a matter of the format. */
export class CliError extends Error {
  readonly exit: Exit;

  constructor(exit: "usage" | "file", message: string) {
    super(message);
    this.name = "CliError";
    this.exit = exit;
  }
}

const format = "The file does not follow the format. Ask for it again; do not repair it.";
const changed = "The file was changed after it was sealed. Nothing of it was kept. Ask the sender for it again.";
const key = "Check which key belongs to this file; it may be of another person, unit, case or generation.";
const recovery = "Compare the recovery key with your paper or file, character by character.";
const forked =
  "!!! Two histories of one log: somebody was shown other keys. Keep both files, and tell the authority and its witnesses.";
const statements = "The statements were changed or put together wrongly. Fetch them again from the authority.";

/** What happened and what to do, once for every code: the compiler asks for a line when the format gets a new one. */
export const explanations: Readonly<Record<CryptoErrorCode, readonly [Exit, string]>> = {
  E_MAGIC: ["malformed", `This is another kind of file, or a newer version. ${format}`],
  E_SUITE: ["malformed", "The file uses algorithms that this program does not know. Look for a newer version of it."],
  E_TYPE: ["malformed", `The file has a type that does not exist. ${format}`],
  E_RESERVED: ["malformed", `Bytes that have to be zero are not. ${format}`],
  E_LIMIT: ["malformed", `A number is outside of what the format allows. ${format}`],
  E_LENGTH: ["malformed", "The file is too short or too long. It was probably not copied completely: copy it again."],
  E_META: ["malformed", `The description inside does not follow the format. ${format}`],
  E_PADDING: ["malformed", `The padding does not follow the format. ${format}`],
  E_SEQ: ["malformed", `The number of the message is impossible. ${format}`],
  E_PREV: ["malformed", `The message names an impossible predecessor. ${format}`],
  E_ENCODING: ["malformed", "A key, id or number is not written in lower-case hex or base64url. Check the arguments."],
  E_ENV_LENGTH: ["malformed", `A grant has a wrong length. ${format}`],
  E_STATEMENT: ["malformed", "This is no file of statements. Save the receipt again, or fetch the authority's keys."],
  E_RECEIPT: ["malformed", "This is no receipt. Save it again from the case."],
  E_FRAMING: ["tampered", changed],
  E_SEGMENT: ["tampered", changed],
  E_SEAL_DIGEST: ["tampered", changed],
  E_SEAL_SIG: ["tampered", "The sender's signature is wrong. Nothing was kept. Ask the sender for the file again."],
  E_ENV_GRANT: ["tampered", "The signature of the grant is wrong. Ask for the file again."],
  E_ENV_OPEN: ["tampered", "The grant is signed and does not open: its signer made it wrongly. Keep it as evidence."],
  E_STATEMENT_SIG: ["tampered", statements],
  E_STATEMENT_SEQ: ["tampered", statements],
  E_RECEIPT_SIG: [
    "tampered",
    "No key that the authority certified for that time signed this receipt. Do not rely on it.",
  ],
  E_ATTESTATION: ["malformed", `An official's word about a new key does not follow the format. ${format}`],
  E_MANDATE: ["malformed", `A mandate of a deputy does not follow the format. ${format}`],
  E_OBJECTION: ["malformed", `An objection to a new key does not follow the format. ${format}`],
  E_CHANGE: ["malformed", `The word about a change of an account does not follow the format. ${format}`],
  E_CHANGE_SIG: ["tampered", "The account's key has not signed this change. Do not rely on it."],
  E_ATTESTATION_SIG: ["tampered", "No signed member of the unit vouches for this key. Do not rely on it."],
  E_MANDATE_SIG: ["tampered", "Nobody who could has signed this mandate of a deputy. Do not rely on it."],
  E_OBJECTION_SIG: ["tampered", "The former key has not signed this objection. Do not rely on it."],
  E_HEADER_TAG: ["notMyKey", `The key does not open this container. ${key}`],
  E_CONTEXT: ["notMyKey", `Nothing in this file is for your key, or it is of another case. ${key}`],
  E_KEYGEN: ["notMyKey", `The key is of another generation. ${key}`],
  E_KEY: ["notMyKey", "This is no key of the wanted kind. Check which file you named."],
  E_SLOT: ["notMyKey", "This recovery key does not open this account. Check whose key it is."],
  E_SLOT_WEAK: ["malformed", "The way into the account asks for weaker work than this program accepts. Do not use it."],
  E_WORDS: ["notMyKey", "These are not seven words of the list. Compare them with your paper."],
  E_LINK: ["notMyKey", "The code of the second device does not fit. Begin again on both devices."],
  E_DRAFT: ["notMyKey", "The draft is damaged, or belongs to another account, draft or version. Fetch it again."],
  E_VAULT: ["notMyKey", "The account's vault is damaged or belongs to another account. Fetch the account file again."],
  E_RECOVERY_FORMAT: ["notMyKey", `This is no recovery key. ${recovery}`],
  E_RECOVERY_CHECKSUM: ["notMyKey", `A character of the recovery key is wrong. ${recovery}`],
  E_SENDER: [
    "notProven",
    "No proven key fits the signature. Give the sender's certified key with --statements and --root.",
  ],
  E_ROOT_CHANGED: ["notProven", "The authority's root is not the one you named. Compare it with paper; do not go on."],
  E_STATEMENT_CONTEXT: ["notProven", "The statements are of another authority. Name the right file."],
  E_RECEIPT_CONTEXT: ["notProven", "The receipt does not name this container. It proves nothing about it."],
  E_ATTESTATION_CONTEXT: ["notProven", "An official's word is about another case, account or unit, not this one."],
  E_MANDATE_CONTEXT: ["notProven", "The mandate of a deputy is for another authority, unit or case, not this one."],
  E_OBJECTION_CONTEXT: ["notProven", "The objection is about another account or other keys, not these."],
  E_CHANGE_CONTEXT: ["notProven", "What was signed is another change, or one of another account."],
  E_STATEMENT_EXPIRED: ["stale", "A statement was not valid at that time. Fetch the statements anew, or see --at."],
  E_HEAD_MISMATCH: ["tampered", "The authority's newest statements are missing or were exchanged. Fetch them anew."],
  E_HEAD_OLD: ["stale", "The authority's directory is older than one seen before. Fetch it anew."],
  E_LOG_FORMAT: ["malformed", "This is no checkpoint of a key log. Fetch the authority's keys anew."],
  E_LOG_POLICY: ["malformed", "The log policy contradicts itself. Ask the authority."],
  E_LOG_ORIGIN: ["notProven", "The checkpoint is of another log than the one the authority's root has named."],
  E_LOG_SIG: ["tampered", "The log has not signed this checkpoint. Fetch the authority's keys anew."],
  E_LOG_WITNESS: ["notProven", "Too few witnesses have seen this checkpoint, or one of them did not sign it."],
  E_LOG_OLD: ["stale", "No witness has confirmed this checkpoint for too long. Fetch the authority's keys anew."],
  E_LOG_FORK: ["tampered", forked],
  E_LOG_CONSISTENCY: ["tampered", forked],
  E_LOG_INCLUSION: ["tampered", "A statement does not stand in the log. Do not rely on it, and tell the authority."],
  E_EPOCH_OLD: ["stale", "The authority's key is older than one seen before. Fetch the statements anew."],
  E_VAULT_OLD: ["stale", "The account file is older than one seen before. Fetch it anew."],
  E_SOURCE: ["file", "The file changed while it was read. Close what writes to it and try again."],
  E_STATE: ["internal", "This is a mistake of the program. Please report it."],
};

import {
  type AccountKeys,
  type CaseKey,
  CryptoError,
  caseKeyObject,
  type Directory,
  inspectGrant,
  messageIdOf,
  openGrant,
  toHex,
  type UnitEpoch,
  type Vault,
} from "@dvd/crypto";
import { fromBase64, toBase64 } from "./base64.ts";
import { type CaseSenders, sendersOf } from "./case-senders.ts";
import { receiptOf } from "./check-stored-receipt.ts";
import { type CitizenKeys, citizenKeysOf } from "./citizen-keys.ts";
import type { TrustedDirectory } from "./trust.ts";
import type { CaseAnswer } from "./wire-types.ts";

/** A case that this device can read: its key, and who may speak in it. */
export type OpenCase = CaseSenders & {
  key: CaseKey;
  me: AccountKeys["signing"];
  directory: TrustedDirectory;
  unitId: string;
  /** Of the documents that the server shows: message id in hex → id of the document. */
  documentIds: ReadonlyMap<string, string>;
  /**
   * False while the key rests on the word of somebody who has left and could have dated it back: nothing is written under
   * it before it has opened what the citizen has signed.
   */
  isKeyProven: boolean;
};

type Reader = { vault: Vault; keys: AccountKeys; units: readonly UnitEpoch[] };
/** `isNew`: nothing of this authority was remembered before. */
type Authority = { directory: TrustedDirectory; isNew: boolean };

/** Opens the key of a case for whom it is sealed, and checks from whom it came. */
export async function openCase(answer: CaseAnswer, { vault, keys, units }: Reader, { directory, isNew }: Authority) {
  const { envelope, role, kem } = grantFor(answer, keys, units);
  const citizen = await citizenKeysOf(answer, directory, role === "citizen" ? vault.accountId : answer.copies.account);
  const { unitId } = answer.summary;
  const grantors =
    role === "citizen" ? [grantorFor(keys, citizen, isNew)] : [citizen.first, ...authorsOf(directory, unitId)];
  const login = await loginOf(directory, answer, citizen.first.keyId);

  const { generation } = answer;
  const scopeId = fromBase64(answer.scopeId);
  const env = fromBase64(envelope);
  const secret = await openGrant({
    env,
    recipient: kem,
    expect: { ...(await caseKeyObject(scopeId, generation)), role },
    grantors: (id) => grantors.find(({ keyId }) => keyId === id)?.spki,
  });
  const key = { scopeId, generation, secret };
  const documentIds = await documentIdsOf(answer);
  const senders = sendersOf(directory, unitId, citizen);
  const grantorId = toHex(inspectGrant(env).grantorKeyId);
  const isKeyProven = role === "citizen" || !directory.authors(unitId).get(grantorId)?.until;
  const opened: OpenCase = { key, me: keys.signing, directory, unitId, documentIds, isKeyProven, ...senders };
  return { opened, role, login };
}

/** The one envelope that a key of this account opens, be it the citizen's own or that of a unit. */
function grantFor({ grants }: CaseAnswer, keys: AccountKeys, units: readonly UnitEpoch[]) {
  const readers = [
    { role: "citizen" as const, kem: keys.kem },
    ...units.map(({ kem }) => ({ role: "unit" as const, kem })),
  ];
  for (const { recipientKeyId, envelope } of grants) {
    const reader = readers.find(({ kem }) => toBase64(kem.keyId) === recipientKeyId);
    if (reader) return { envelope, ...reader };
  }
  throw new CryptoError("E_KEY");
}

/**
 * From whom a citizen takes the key of their own case: from themselves when they began it, else from the official who has
 * attested exactly these two keys of theirs. Nobody is met for the first time over a case that was begun here.
 */
function grantorFor({ kem, signing }: AccountKeys, { all }: CitizenKeys, isNew: boolean) {
  const own = all.find(({ keyId }) => keyId === toHex(signing.keyId));
  if (!own) throw new CryptoError("E_SENDER");
  if (!own.attested && isNew) throw new CryptoError("E_ROOT_CHANGED");
  if (!own.attested) return own;
  const { newKemKeyId, attestation, signer } = own.attested;
  if (newKemKeyId !== toHex(kem.keyId)) throw new CryptoError("E_SENDER");
  return { keyId: attestation.attested_by, spki: signer.spki };
}

/** A unit takes the key of a case from its citizen, or from a member who has sealed it for a newer key of the unit. */
const authorsOf = (directory: Directory, unitId: string) =>
  Array.from(directory.authors(unitId), ([keyId, { spki }]) => ({ keyId, spki }));

/**
 * The login behind the key that began the case, as the portal signed it for this authority and unit when it came. To an
 * official the key itself is only what the database says today; and to a citizen with new keys so is the office.
 */
async function loginOf(directory: Directory, { summary, receipt }: CaseAnswer, keyId: string) {
  const proven = receipt && (await receiptOf(directory, summary.caseId, receipt).catch(asUnprovenSender));
  if (proven?.sender.key_id !== keyId || proven.unit_id !== summary.unitId) throw new CryptoError("E_SENDER");
  return { assurance: proven.sender.assurance };
}

/** To a reader it is one trouble: nobody vouches for who sent this. */
function asUnprovenSender(cause: unknown): never {
  throw cause instanceof CryptoError ? new CryptoError("E_SENDER", { cause }) : cause;
}

async function documentIdsOf({ documents }: CaseAnswer) {
  const ids = documents.map(
    async ({ seal, documentId }) => [toHex(await messageIdOf(fromBase64(seal))), documentId] as const,
  );
  return new Map(await Promise.all(ids));
}

import {
  type AccountKeys,
  type Bytes,
  type CaseKey,
  CryptoError,
  caseKeyObject,
  type Deputy,
  type Directory,
  equalBytes,
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
import { deputiesOf } from "./deputies-of.ts";
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
   * False while the key rests on the word of a member, who could have sealed another one or have left since: nothing is
   * written under it before it has opened what the citizen has signed.
   */
  isKeyProven: boolean;
  /** A member has sealed another key for the unit than the citizen has. Read is what the citizen has sealed. */
  isWronglySealed: boolean;
};

type Reader = { vault: Vault; keys: AccountKeys; units: readonly UnitEpoch[] };
/** `isNew`: nothing of this authority was remembered before. */
type Authority = { directory: TrustedDirectory; isNew: boolean };

/** Opens the key of a case for whom it is sealed, and checks from whom it came. */
export async function openCase(answer: CaseAnswer, { vault, keys, units }: Reader, { directory, isNew }: Authority) {
  const deputies = await deputiesOf(answer, directory);
  const role = roleIn(answer, keys, deputies);
  const citizen = await citizenKeysOf(answer, directory, role === "citizen" ? vault.accountId : answer.copies.account);
  const { unitId } = answer.summary;
  const grantors =
    role === "citizen" ? [grantorFor(keys, citizen, isNew)] : [citizen.first, ...authorsOf(directory, unitId)];
  const login = await loginOf(directory, answer, citizen.first.keyId);

  const { generation } = answer;
  const scopeId = fromBase64(answer.scopeId);
  const expect = { ...(await caseKeyObject(scopeId, generation)), role };
  const openOne = async ({ env, kem }: OwnGrant) => ({
    secret: await openGrant({ env, recipient: kem, expect, grantors: spkiIn(grantors) }),
    isByCitizen: toHex(inspectGrant(env).grantorKeyId) === citizen.first.keyId,
  });
  const { secret, isByCitizen, isWronglySealed } = await openBest(grantsFor(answer, keys, units, role), openOne);
  const key = { scopeId, generation, secret };
  const documentIds = await documentIdsOf(answer);
  const senders = sendersOf(directory, unitId, citizen, deputies);
  const proof = { isKeyProven: role === "citizen" || isByCitizen, isWronglySealed };
  const opened: OpenCase = { key, me: keys.signing, directory, unitId, documentIds, ...proof, ...senders };
  return { opened, role, login };
}

type OpenedGrant = { secret: Bytes; isByCitizen: boolean };
type OwnGrant = { env: Bytes; kem: KemKey };
type KemKey = AccountKeys["kem"];

/**
 * As whom this account reads: the citizen, an official by the unit's key, or one of another unit in person. That takes a
 * mandate for their own key; a citizen has none and never takes the key of their case from a member of the unit.
 */
function roleIn({ grants }: CaseAnswer, { kem, signing }: AccountKeys, deputies: readonly Deputy[]) {
  if (!grants.some(({ recipientKeyId }) => recipientKeyId === toBase64(kem.keyId))) return "unit" as const;
  const isDeputy = deputies.some(({ keyId }) => keyId === toHex(signing.keyId));
  return isDeputy ? ("official" as const) : ("citizen" as const);
}
type Role = ReturnType<typeof roleIn>;

/** The envelopes that a key of this account opens, be it the citizen's own or those of a unit, the newest first. */
function grantsFor({ grants }: CaseAnswer, keys: AccountKeys, units: readonly UnitEpoch[], role: Role) {
  const epochs = units.toSorted((one, other) => other.epoch - one.epoch).map(({ kem }) => kem);
  const readers = role === "unit" ? epochs : [keys.kem];
  return readers.flatMap((kem) => {
    const found = grants.find(({ recipientKeyId }) => recipientKeyId === toBase64(kem.keyId));
    return found ? [{ env: fromBase64(found.envelope), kem }] : [];
  });
}

/**
 * What the citizen has sealed, wherever it opens here: it is the key of the case. Otherwise the newest that a member has
 * sealed. One that does not open, or holds another key, must not keep anybody from the one that does.
 */
async function openBest(grants: readonly OwnGrant[], open: (grant: OwnGrant) => Promise<OpenedGrant>) {
  if (grants.length === 0) throw new CryptoError("E_KEY");
  const attempts = await Promise.all(grants.map((grant) => open(grant).catch(refusalOf)));
  const opened = attempts.flatMap((one) => (one instanceof CryptoError ? [] : [one]));
  const [newest] = opened;
  const best = opened.find(({ isByCitizen }) => isByCitizen) ?? newest;
  if (!best) throw attempts[0];
  const isOther = opened.length < attempts.length || opened.some((one) => !equalBytes(one.secret, best.secret));
  const isWronglySealed = best.isByCitizen && isOther;
  return { ...best, isWronglySealed };
}

function refusalOf(error: unknown): CryptoError {
  if (error instanceof CryptoError) return error;
  throw error;
}

const spkiIn = (grantors: readonly { keyId: string; spki: Bytes }[]) => (id: string) =>
  grantors.find(({ keyId }) => keyId === id)?.spki;

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

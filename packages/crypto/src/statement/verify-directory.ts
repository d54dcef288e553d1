import { fromBase64Url, toHex, type Bytes } from "../bytes.ts";
import { refuseUnless } from "../errors.ts";
import { rootFingerprint } from "../keys/fingerprint.ts";
import { kemKeyId } from "../keys/kem.ts";
import { signingKeyId } from "../keys/signing.ts";
import { isPayloadSigned, type Signed } from "./dsse.ts";
import { namedUnits, ofType, readPayload, theOne, type CurrentUnit, type Read } from "./head.ts";
import type { LogPolicyStatement, MemberRole, ReceiptKeyStatement, Statement } from "./statement.ts";

export type UnitKey = { epoch: number; publicKey: Bytes; keyId: Bytes; validFrom: Date; validUntil: Date };
export type Signer = { account: string; role: MemberRole; spki: Bytes; kemKeyId: string };
/** Whoever is or was a member. `until`: from then on nothing that they sign counts; null for who is one now. */
export type Author = Signer & { until: Date | null };
export type ReceiptKey = { keyId: Bytes; spki: Bytes; validFrom: Date; validUntil: Date };

/** The keys of one authority, every one of them certified under its root. Nothing else may be sealed to or believed. */
export type Directory = {
  authority: string;
  name: string;
  /** Pin this after the first visit, and pass it as `pinnedRoot` from then on. */
  rootFingerprint: string;
  unitKey(unitId: string): UnitKey | undefined;
  /** Members by signing key id in hex; empty for a unit that the authority does not know. */
  signers(unitId: string): ReadonlyMap<string, Signer>;
  /** The same with those who have left: what they wrote while they were members has to stay proven. */
  authors(unitId: string): ReadonlyMap<string, Author>;
  receiptKeys: readonly ReceiptKey[];
  /** Pin these too: neither the head, nor who signs for the authority, nor its log policy may be older the next time. */
  seqs: Seqs;
  headIssuedAt: Date;
  /** Where all of this has to be logged, and who has to have seen it. */
  logPolicy: LogPolicyStatement;
  /** Writers refuse a directory that is not fresh; readers may go on with a warning. */
  isFreshAt(now: Date): boolean;
};

/** From `not_before`, which is a day before the signing. So a head that is signed anew each day may fail once. */
export const headMaxAgeMs = 72 * 3_600_000;

/** Numbers of what an authority has one of at a time. */
export type Seqs = { authority: number; policy: number; head: number };

export type SignedStatements = {
  authority: string;
  statements: readonly Signed[];
  now: Date;
  pinnedRoot?: string | undefined;
};

export type VerifyDirectoryInput = SignedStatements & {
  pinnedEpochs?: Readonly<Record<string, number>> | undefined;
  pinnedSeqs?: Seqs | undefined;
};

/**
 * Verifies everything an authority says about its keys, or throws: E_STATEMENT (malformed, or not exactly one authority
 * statement, one log policy and one head), E_ROOT_CHANGED, E_STATEMENT_CONTEXT (another authority), E_STATEMENT_SIG, E_STATEMENT_EXPIRED
 * (not in time), E_HEAD_OLD, E_STATEMENT_SEQ (number twice, broken chain), E_HEAD_MISMATCH (the head names other
 * statements than those that count), E_SUITE (other KEM), E_KEY, E_EPOCH_OLD. There is no partial result.
 */
export async function verifyDirectory(input: VerifyDirectoryInput): Promise<Directory> {
  const { all, ...authority } = await verifySigned(input);
  const head = theOne(all, "directory-head");
  const logPolicy = theOne(all, "log-policy");
  const seqs: Seqs = { authority: theOne(all, "authority").seq, policy: logPolicy.seq, head: head.seq };
  const { authority: seenAuthority, policy, head: seenHead } = input.pinnedSeqs ?? { authority: 1, policy: 1, head: 1 };
  const isNoneOlder = seqs.authority >= seenAuthority && seqs.policy >= policy && seqs.head >= seenHead;
  refuseUnless(isNoneOlder, "E_HEAD_OLD");
  const named = await namedUnits(head, all);
  const units = await readUnitKeys(named, input.pinnedEpochs ?? {});
  const authors = await readAuthors(named);
  const present = new Map(Array.from(authors, ([unitId, all]) => [unitId, presentOf(all)]));
  const headIssuedAt = new Date(head.not_before);
  return {
    ...authority,
    unitKey: (unitId) => units.get(unitId),
    signers: (unitId) => present.get(unitId) ?? new Map(),
    authors: (unitId) => authors.get(unitId) ?? new Map(),
    logPolicy,
    seqs,
    headIssuedAt,
    isFreshAt: (now) => now.getTime() - headIssuedAt.getTime() <= headMaxAgeMs,
  };
}

/**
 * The keys under which an authority's receipts of that time are believed. Without a head: a receipt outlives it. Throws as
 * verifyDirectory.
 */
export async function verifyReceiptKeys(input: SignedStatements) {
  const { all: _, ...keys } = await verifySigned(input);
  return keys;
}

/** All of it by one root, for one authority, in time. */
async function verifySigned(input: SignedStatements) {
  const all = input.statements.map((signed) => ({ ...readPayload(signed.payload), signed }));
  const { root, operational } = await verifyAuthority(all, input);
  for (const { signed, statement } of all) {
    refuseUnless(statement.authority === input.authority, "E_STATEMENT_CONTEXT");
    const signer = isRootStatement(statement) ? root.spki : operational;
    refuseUnless(await isPayloadSigned("statement", signed, signer), "E_STATEMENT_SIG");
    // A receipt key is held against the time of a receipt (`proveReceipt`): those of the past are needed for ever.
    refuseUnless(statement.type === "receipt-key" || isInTime(statement, input.now), "E_STATEMENT_EXPIRED");
  }
  const receiptKeys = await readReceiptKeys(ofType(all, "receipt-key"));
  return { authority: input.authority, name: root.name, rootFingerprint: root.fingerprint, receiptKeys, all };
}

async function verifyAuthority(all: readonly Read[], input: SignedStatements) {
  const statement = theOne(all, "authority");
  const spki = fromBase64Url(statement.root);
  const fingerprint = await rootFingerprint(spki);
  refuseUnless(input.pinnedRoot === undefined || input.pinnedRoot === fingerprint, "E_ROOT_CHANGED");
  return { root: { spki, fingerprint, name: statement.name }, operational: fromBase64Url(statement.operational) };
}

/** The rest is daily business; which log is believed, and the root itself, need the key from the safe. */
const isRootStatement = ({ type }: Statement) => type === "authority" || type === "log-policy";

const isInTime = (statement: Statement, now: Date): boolean =>
  Date.parse(statement.not_before) <= now.getTime() && now.getTime() < Date.parse(statement.expires);

async function readUnitKeys(named: ReadonlyMap<string, CurrentUnit>, pinned: Readonly<Record<string, number>>) {
  const units = new Map<string, UnitKey>();
  for (const [unitId, { unitKey }] of named) {
    refuseUnless(unitKey.epoch >= (pinned[unitId] ?? 0), "E_EPOCH_OLD");
    const publicKey = fromBase64Url(unitKey.key);
    units.set(unitId, { epoch: unitKey.epoch, publicKey, keyId: await kemKeyId(publicKey), ...validity(unitKey) });
  }
  return units;
}

async function readAuthors(named: ReadonlyMap<string, CurrentUnit>) {
  const units = new Map<string, Map<string, Author>>();
  for (const [unitId, { members }] of named) {
    const authors = new Map<string, Author>();
    for (const { account, role, signing_key, kem_key_id, until } of members.members) {
      const spki = fromBase64Url(signing_key);
      const keyId = toHex(await signingKeyId(spki));
      refuseUnless(!authors.has(keyId), "E_STATEMENT");
      authors.set(keyId, { account, role, spki, kemKeyId: kem_key_id, until: until ? new Date(until) : null });
    }
    units.set(unitId, authors);
  }
  return units;
}

/** Nobody who has left: not to seal for, and not to take a key from. */
const presentOf = (authors: ReadonlyMap<string, Author>): ReadonlyMap<string, Signer> =>
  new Map(
    Array.from(authors).flatMap(([keyId, { until, ...signer }]) => (until === null ? [[keyId, signer] as const] : [])),
  );

const readReceiptKeys = (all: readonly { statement: ReceiptKeyStatement }[]): Promise<ReceiptKey[]> =>
  Promise.all(
    all.map(async ({ statement }) => {
      const spki = fromBase64Url(statement.key);
      return { keyId: await signingKeyId(spki), spki, ...validity(statement) };
    }),
  );

const validity = (statement: Statement) => ({
  validFrom: new Date(statement.not_before),
  validUntil: new Date(statement.expires),
});

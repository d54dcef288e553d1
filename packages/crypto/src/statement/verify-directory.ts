import { copyOf, fromBase64Url, toHex, type Bytes } from "../bytes.ts";
import { CryptoError, refuseUnless } from "../errors.ts";
import { rootFingerprint } from "../keys/fingerprint.ts";
import { kemKeyId } from "../keys/kem.ts";
import { signingKeyId } from "../keys/signing.ts";
import { sha256 } from "../primitives.ts";
import { kem } from "../suite.ts";
import { isPayloadSigned, type Signed } from "./dsse.ts";
import { parseStatement, type AuthorityStatement, type MemberRole, type Statement } from "./statement.ts";

export type UnitKey = { epoch: number; publicKey: Bytes; keyId: Bytes; validFrom: Date; validUntil: Date };
export type Signer = { account: string; role: MemberRole; spki: Bytes; kemKeyId: string };
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
  receiptKeys: readonly ReceiptKey[];
};

export type VerifyDirectoryInput = {
  authority: string;
  statements: readonly Signed[];
  now: Date;
  pinnedRoot?: string | undefined;
  pinnedEpochs?: Readonly<Record<string, number>> | undefined;
};

type Read = { signed: Signed; statement: Statement };
type OfType<Type extends Statement["type"]> = { signed: Signed; statement: Extract<Statement, { type: Type }> };

const ofType = <Type extends Statement["type"]>(all: readonly Read[], type: Type): OfType<Type>[] =>
  // The filter compared the discriminant; the compiler does not narrow a pair by its inner field.
  all.filter(({ statement }) => statement.type === type) as OfType<Type>[];

/**
 * Verifies everything an authority says about its keys, or throws: E_STATEMENT (malformed, or not exactly one authority
 * statement), E_ROOT_CHANGED, E_STATEMENT_CONTEXT (another authority), E_STATEMENT_SIG, E_STATEMENT_EXPIRED (not in
 * time), E_STATEMENT_SEQ (number twice, broken chain), E_SUITE (other KEM), E_KEY, E_EPOCH_OLD. There is no partial result.
 */
export async function verifyDirectory(input: VerifyDirectoryInput): Promise<Directory> {
  const all = input.statements.map((signed) => ({ signed, statement: parseStatement(signed.payload) }));
  const { root, operational } = await verifyAuthority(all, input);
  for (const { signed, statement } of all) {
    refuseUnless(statement.authority === input.authority, "E_STATEMENT_CONTEXT");
    const signer = statement.type === "authority" ? root.spki : operational;
    refuseUnless(await isPayloadSigned("statement", signed, signer), "E_STATEMENT_SIG");
    refuseUnless(isInTime(statement, input.now), "E_STATEMENT_EXPIRED");
  }
  const units = await readUnitKeys(ofType(all, "unit-key"), input.pinnedEpochs ?? {});
  const members = await readMembers(ofType(all, "members"));
  return {
    authority: input.authority,
    name: root.name,
    rootFingerprint: root.fingerprint,
    unitKey: (unitId) => units.get(unitId),
    signers: (unitId) => members.get(unitId) ?? new Map(),
    receiptKeys: await readReceiptKeys(ofType(all, "receipt-key")),
  };
}

async function verifyAuthority(all: readonly Read[], input: VerifyDirectoryInput) {
  const [only, ...others] = ofType(all, "authority");
  if (only === undefined || others.length > 0) throw new CryptoError("E_STATEMENT");
  const statement: AuthorityStatement = only.statement;
  const spki = fromBase64Url(statement.root);
  const fingerprint = await rootFingerprint(spki);
  refuseUnless(input.pinnedRoot === undefined || input.pinnedRoot === fingerprint, "E_ROOT_CHANGED");
  return { root: { spki, fingerprint, name: statement.name }, operational: fromBase64Url(statement.operational) };
}

const isInTime = (statement: Statement, now: Date): boolean =>
  Date.parse(statement.not_before) <= now.getTime() && now.getTime() < Date.parse(statement.expires);

/** The statements of one unit in the order of their numbers. */
function byUnit<One extends { statement: { unit_id: string; seq: number } }>(all: readonly One[]): Map<string, One[]> {
  const units = Map.groupBy(all, ({ statement }) => statement.unit_id);
  for (const ofUnit of units.values()) {
    ofUnit.sort((a, b) => a.statement.seq - b.statement.seq);
    const numbers = new Set(ofUnit.map(({ statement }) => statement.seq));
    refuseUnless(numbers.size === ofUnit.length, "E_STATEMENT_SEQ");
  }
  return units;
}

async function readUnitKeys(all: readonly OfType<"unit-key">[], pinned: Readonly<Record<string, number>>) {
  const units = new Map<string, UnitKey>();
  for (const [unitId, ofUnit] of byUnit(all)) {
    for (const [at, { statement }] of ofUnit.entries()) await checkLink(statement, ofUnit[at - 1]);
    const current = ofUnit.at(-1)?.statement;
    if (current === undefined) continue;
    refuseUnless(current.epoch >= (pinned[unitId] ?? 0), "E_EPOCH_OLD");
    const publicKey = fromBase64Url(current.key);
    units.set(unitId, { epoch: current.epoch, publicKey, keyId: await kemKeyId(publicKey), ...validity(current) });
  }
  return units;
}

async function checkLink(statement: OfType<"unit-key">["statement"], before: OfType<"unit-key"> | undefined) {
  refuseUnless(statement.kem === kem.hex, "E_SUITE");
  refuseUnless((statement.seq === 1) === (statement.prev === null), "E_STATEMENT_SEQ");
  if (before === undefined) return;
  refuseUnless(before.statement.epoch < statement.epoch, "E_STATEMENT_SEQ");
  if (before.statement.seq + 1 !== statement.seq) return;
  refuseUnless(toHex(await sha256(copyOf(before.signed.payload))) === statement.prev, "E_STATEMENT_SEQ");
}

async function readMembers(all: readonly OfType<"members">[]) {
  const units = new Map<string, Map<string, Signer>>();
  for (const [unitId, ofUnit] of byUnit(all)) {
    const signers = new Map<string, Signer>();
    for (const { account, role, signing_key, kem_key_id } of ofUnit.at(-1)?.statement.members ?? []) {
      const spki = fromBase64Url(signing_key);
      const keyId = toHex(await signingKeyId(spki));
      refuseUnless(!signers.has(keyId), "E_STATEMENT");
      signers.set(keyId, { account, role, spki, kemKeyId: kem_key_id });
    }
    units.set(unitId, signers);
  }
  return units;
}

const readReceiptKeys = (all: readonly OfType<"receipt-key">[]): Promise<ReceiptKey[]> =>
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

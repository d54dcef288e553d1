import { createHash } from "node:crypto";
import {
  formatFingerprint,
  grantDigest,
  kemKeyId,
  type MembersStatement,
  parseStatement,
  type SigningKey,
  toBase64Url,
  unitKeyFingerprint,
  type UnitKeyStatement,
} from "@dvd/crypto";
import { getAccount } from "@dvd/db/repositories/accounts";
import { listMemberships, listUnits, listUnitStatements } from "@dvd/db/repositories/members";
import { holdUnit } from "@dvd/db/repositories/turns";
import { findProposal, type FoundProposal, listProposedUnits, promoteProposal } from "@dvd/db/repositories/unit-keys";
import { type TenantTx, withTenant } from "@dvd/db/tenant";
import type { TenantId, UnitId } from "@dvd/domain/ids";
import { ringUnit } from "../units/ring-unit.ts";
import { describeEntry } from "./describe-entry.ts";
import { agreesOnLeavers, describeList, type Listed } from "./describe-list.ts";
import { signDirectoryHead } from "./publish-directory-head.ts";
import { type FoundingDeps, type Publish, statementPublisher } from "./publish-statement.ts";

/** A key that a member of a unit has made. `digits`: what its own people see; made here from what the database says. */
export type ProposedKey = {
  unit: string;
  postSign: string;
  epoch: number;
  digits: string;
  /** Of a first key: the proposer's own digits, because no signed list says yet whose keys theirs are. Otherwise null. */
  proposerDigits: string | null;
  isSigned: boolean;
  /**
   * Besides the proposer it is sealed for others. One of them has to say the digits: their devices show none of a key that
   * does not open everything before it, and the proposer's word would be for their own work.
   */
  hasColleagues: boolean;
  /** The list that goes with it. */
  people: Listed[];
};

/** What the key office knows from people and not from here: digits it has compared, and the short ones of who has left. */
export type OfficeWord = { compared: ReadonlySet<string>; left: ReadonlySet<string> };
type Members = MembersStatement["members"];
/** `key`: null before the first one. */
type Known = { key: { statement: UnitKeyStatement; payload: Uint8Array } | null; listSeq: number; members: Members };

/**
 * Signs the proposed keys whose digits the key office has got from the unit's people, and not from here: a database that
 * was changed could name anybody's key. With the first key of a unit its proposer is the first in the list, so it takes
 * their own digits too. Key, list without those who have left, and head come in one transaction with what
 * was sealed for the members, so that nobody meets one without the other.
 */
export const publishUnitKeys = (
  deps: FoundingDeps,
  tenantId: TenantId,
  operationalKey: SigningKey,
  { compared, left }: OfficeWord,
): Promise<ProposedKey[]> =>
  withTenant(deps.db, { tenantId }, async (tx) => {
    const publish = statementPublisher({ ...deps, db: tx }, tenantId);
    const sign: Sign = (statement) => publish(operationalKey, statement);
    const names = new Map((await listUnits(tx, tenantId)).map(({ unitId, name }) => [unitId, name]));
    const keys: ProposedKey[] = [];
    for (const { unitId } of await listProposedUnits(tx, tenantId)) {
      await holdUnit(tx, unitId, "leave");
      // Read only now: until here a member could take it back and propose another one under the same number.
      const proposal = await findProposal(tx, tenantId, unitId);
      if (!proposal) continue;
      const { epoch, postSign, proposedBy, sealed } = proposal;
      const known = await readKnown(tx, tenantId, unitId);
      const founder = known.key ? null : await describeFounder(tx, tenantId, proposal);
      const digits = await digitsOf(proposal);
      const list = founder ? [founder.entry] : await withoutLeavers(tx, tenantId, unitId, known.members, deps.now());
      const proposerDigits = founder?.digits ?? null;
      const people = await describeList(tx, tenantId, list, known.members);
      const isCompared = compared.has(digits) && (proposerDigits === null || compared.has(proposerDigits));
      const isSigned = isCompared && agreesOnLeavers(people, left);
      if (isSigned) await signOne(tx, tenantId, proposal, known, list, sign);
      const hasColleagues = sealed.some(({ officialId }) => officialId !== proposedBy);
      const unit = names.get(unitId) ?? unitId;
      keys.push({ unit, postSign, epoch, digits, proposerDigits, isSigned, hasColleagues, people });
    }
    if (keys.some(({ isSigned }) => isSigned))
      await signDirectoryHead({ ...deps, db: tx }, tx, tenantId, operationalKey);
    return keys;
  });

/** Of exactly what lies there: the key, and every envelope that will count with it. */
async function digitsOf({ unitId, epoch, publicKey, sealed, links }: FoundProposal) {
  const seeds = sealed.map(async ({ officialId, envelope }) => {
    return { account: officialId, digest: await grantDigest(envelope) };
  });
  const linked = links.map(async (link) => ({ epoch: link.epoch, digest: await grantDigest(link.envelope) }));
  const sealedKey = { unitId, epoch, keyId: await kemKeyId(publicKey) };
  return formatFingerprint(
    await unitKeyFingerprint({ ...sealedKey, seeds: await Promise.all(seeds), links: await Promise.all(linked) }),
  );
}

type Sign = (statement: Parameters<Publish>[1]) => Promise<void>;

async function signOne(
  tx: TenantTx,
  tenantId: TenantId,
  proposal: FoundProposal,
  { key, listSeq }: Known,
  list: Members,
  sign: Sign,
) {
  const { unitId, epoch, publicKey } = proposal;
  if (epoch !== (key?.statement.epoch ?? 0) + 1)
    throw new Error("this key was proposed after another one than the present");
  await sign({
    type: "unit-key",
    unit_id: unitId,
    epoch,
    kem: "0051",
    key: toBase64Url(publicKey),
    seq: (key?.statement.seq ?? 0) + 1,
    prev: key && createHash("sha256").update(key.payload).digest("hex"),
  });
  await sign({ type: "members", unit_id: unitId, seq: listSeq + 1, members: list });
  await promoteProposal(tx, tenantId, proposal);
  await ringUnit(tx, tenantId, unitId);
}

async function readKnown(tx: TenantTx, tenantId: TenantId, unitId: UnitId): Promise<Known> {
  const known: Known = { key: null, listSeq: 0, members: [] };
  for (const { payload } of await listUnitStatements(tx, tenantId)) {
    const statement = parseStatement(payload);
    if (!("unit_id" in statement) || statement.unit_id !== unitId) continue;
    if (statement.type === "members") Object.assign(known, { listSeq: statement.seq, members: statement.members });
    else known.key = { statement, payload };
  }
  return known;
}

/** Who has made the first key of a unit, as the only one who stands in its first list. */
async function describeFounder(tx: TenantTx, tenantId: TenantId, { unitId, proposedBy }: FoundProposal) {
  const memberships = await listMemberships(tx, tenantId);
  const membership = memberships.find((one) => one.unitId === unitId && one.officialId === proposedBy);
  if (!membership) throw new Error("this key was proposed by somebody who is no member");
  return describeEntry(await getAccount(tx, proposedBy), membership.role);
}

/** Who is no member any more stays in the list as the author of what they wrote, and is believed from now on no more. */
async function withoutLeavers(tx: TenantTx, tenantId: TenantId, of: UnitId, members: Members, now: Date) {
  const present = new Set<string>(
    (await listMemberships(tx, tenantId)).filter(({ unitId }) => unitId === of).map(({ officialId }) => officialId),
  );
  const until = now.toISOString();
  return members.map((member) =>
    member.until !== undefined || present.has(member.account) ? member : { ...member, until },
  );
}

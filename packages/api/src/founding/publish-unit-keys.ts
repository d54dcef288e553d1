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
import { listMemberships, listUnits, listUnitStatements, ringFor } from "@dvd/db/repositories/members";
import { holdUnit } from "@dvd/db/repositories/turns";
import { findProposal, type FoundProposal, listProposedUnits, promoteProposal } from "@dvd/db/repositories/unit-keys";
import { type TenantTx, withTenant } from "@dvd/db/tenant";
import type { TenantId, UnitId } from "@dvd/domain/ids";
import { signDirectoryHead } from "./publish-directory-head.ts";
import { type FoundingDeps, type Publish, statementPublisher } from "./publish-statement.ts";

/** A key that a member of a unit has made. `digits`: what its own people see; made here from what the database says. */
export type ProposedKey = {
  unit: string;
  postSign: string;
  epoch: number;
  digits: string;
  isSigned: boolean;
  /**
   * Besides the proposer it is sealed for others. One of them has to say the digits: their devices show none of a key that
   * does not open everything before it, and the proposer's word would be for their own work.
   */
  hasColleagues: boolean;
  /** How many stand in the signed list and are no members any more: with the new key they are left out. */
  leavers: number;
};

type Known = { unitKey: UnitKeyStatement; keyPayload: Uint8Array; members: MembersStatement };

/**
 * Signs the proposed keys whose digits the key office has got from the unit's people, and not from here: a database that
 * was changed could name anybody's key. Key, list without those who have left, and head come in one transaction with what
 * was sealed for the members, so that nobody meets one without the other.
 */
export const publishUnitKeys = (
  deps: FoundingDeps,
  tenantId: TenantId,
  operationalKey: SigningKey,
  compared: ReadonlySet<string>,
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
      const digits = await digitsOf(proposal);
      const list = await withoutLeavers(tx, tenantId, known.members, deps.now());
      const isSigned = compared.has(digits);
      if (isSigned) await signOne(tx, tenantId, proposal, known, list, sign);
      const hasColleagues = sealed.some(({ officialId }) => officialId !== proposedBy);
      const leavers = list.filter(({ until }, at) => until !== known.members.members[at]?.until).length;
      keys.push({ unit: names.get(unitId) ?? unitId, postSign, epoch, digits, isSigned, hasColleagues, leavers });
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
  { unitKey, keyPayload, members }: Known,
  list: MembersStatement["members"],
  sign: Sign,
) {
  const { unitId, epoch, publicKey } = proposal;
  if (epoch !== unitKey.epoch + 1) throw new Error("this key was proposed after another one than the present");
  await sign({
    type: "unit-key",
    unit_id: unitId,
    epoch,
    kem: unitKey.kem,
    key: toBase64Url(publicKey),
    seq: unitKey.seq + 1,
    prev: createHash("sha256").update(keyPayload).digest("hex"),
  });
  await sign({ type: "members", unit_id: unitId, seq: members.seq + 1, members: list });
  await promoteProposal(tx, tenantId, proposal);
  for (const one of await listMemberships(tx, tenantId)) if (one.unitId === unitId) await ringFor(tx, one.officialId);
}

async function readKnown(tx: TenantTx, tenantId: TenantId, unitId: UnitId): Promise<Known> {
  const all = (await listUnitStatements(tx, tenantId)).map(({ payload }) => {
    return { payload, statement: parseStatement(payload) };
  });
  const known: Partial<Known> = {};
  for (const { payload, statement } of all) {
    if (!("unit_id" in statement) || statement.unit_id !== unitId) continue;
    if (statement.type === "members") known.members = statement;
    else Object.assign(known, { unitKey: statement, keyPayload: payload });
  }
  const { unitKey, keyPayload, members } = known;
  if (!unitKey || !keyPayload || !members) throw new Error("a unit without a signed key has nothing to change");
  return { unitKey, keyPayload, members };
}

/** Who is no member any more stays in the list as the author of what they wrote, and is believed from now on no more. */
async function withoutLeavers(tx: TenantTx, tenantId: TenantId, { unit_id, members }: MembersStatement, now: Date) {
  const present = new Set<string>(
    (await listMemberships(tx, tenantId))
      .filter(({ unitId }) => unitId === unit_id)
      .map(({ officialId }) => officialId),
  );
  const until = now.toISOString();
  return members.map((member) =>
    member.until !== undefined || present.has(member.account) ? member : { ...member, until },
  );
}

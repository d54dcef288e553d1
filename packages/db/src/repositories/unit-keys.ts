import { runningStates } from "@dvd/domain/case/lifecycle";
import type { CaseId, OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import { and, asc, eq, inArray, lt, ne, type SQL, sql } from "drizzle-orm";
import { caseGrants, cases } from "../schema/cases.ts";
import { officials, unitMembers, unitSeedGrants } from "../schema/people.ts";
import { unitBackLinks, unitKeyProposalGrants, unitKeyProposals } from "../schema/unit-keys.ts";
import type { TenantTx } from "../tenant.ts";

/** New keys of units: proposed, then signed by the authority, then open cases sealed for them. */

type Proposal = typeof unitKeyProposals.$inferInsert;
type ProposalGrant = typeof unitKeyProposalGrants.$inferInsert;
type BackLink = typeof unitBackLinks.$inferInsert;

/** With the sign of the post of whoever made it. */
export const listProposals = (tx: TenantTx, tenantId: TenantId) =>
  tx
    .select({
      unitId: unitKeyProposals.unitId,
      epoch: unitKeyProposals.epoch,
      publicKey: unitKeyProposals.publicKey,
      proposedBy: unitKeyProposals.proposedBy,
      postSign: officials.postSign,
      proposedAt: unitKeyProposals.createdAt,
    })
    .from(unitKeyProposals)
    .innerJoin(officials, eq(officials.id, unitKeyProposals.proposedBy))
    .where(eq(unitKeyProposals.tenantId, tenantId))
    .orderBy(asc(unitKeyProposals.createdAt));

/** In the order in which whoever holds several units takes them: two that meet would wait for each other for ever. */
export const listProposedUnits = (tx: TenantTx, tenantId: TenantId) =>
  tx
    .select({ unitId: unitKeyProposals.unitId })
    .from(unitKeyProposals)
    .where(eq(unitKeyProposals.tenantId, tenantId))
    .orderBy(asc(unitKeyProposals.unitId));

/** With everybody it is sealed for, and what was linked to it. For whoever holds the unit: nobody puts another one in its place meanwhile. */
export async function findProposal(tx: TenantTx, tenantId: TenantId, unitId: UnitId) {
  const proposal = (await listProposals(tx, tenantId)).find((one) => one.unitId === unitId);
  if (!proposal) return null;
  const { officialId, recipientKeyId, envelope } = unitKeyProposalGrants;
  const sealed = await tx
    .select({ officialId, recipientKeyId, envelope })
    .from(unitKeyProposalGrants)
    .where(ofUnit(unitKeyProposalGrants, tenantId, unitId));
  const links = await tx
    .select({ epoch: unitBackLinks.epoch, envelope: unitBackLinks.envelope })
    .from(unitBackLinks)
    .where(and(ofUnit(unitBackLinks, tenantId, unitId), eq(unitBackLinks.fromEpoch, proposal.epoch)));
  return { ...proposal, sealed, links };
}
export type FoundProposal = NonNullable<Awaited<ReturnType<typeof findProposal>>>;

export const isProposed = async (tx: TenantTx, tenantId: TenantId, unitId: UnitId): Promise<boolean> =>
  (await tx.$count(unitKeyProposals, ofUnit(unitKeyProposals, tenantId, unitId))) > 0;

/** What of a proposed key was sealed for this official. */
export const listProposedSeeds = (tx: TenantTx, tenantId: TenantId, officialId: OfficialId) =>
  tx
    .select({ unitId: unitKeyProposalGrants.unitId, envelope: unitKeyProposalGrants.envelope })
    .from(unitKeyProposalGrants)
    .where(and(eq(unitKeyProposalGrants.tenantId, tenantId), eq(unitKeyProposalGrants.officialId, officialId)));

/** For whom the proposed keys were sealed, and the digests of those envelopes: what each member's browser makes digits of. */
export const listProposedDigests = (tx: TenantTx, tenantId: TenantId) =>
  tx
    .select({
      unitId: unitKeyProposalGrants.unitId,
      officialId: unitKeyProposalGrants.officialId,
      digest: sql`sha256(${unitKeyProposalGrants.envelope})`.mapWith(unitKeyProposalGrants.envelope),
    })
    .from(unitKeyProposalGrants)
    .where(eq(unitKeyProposalGrants.tenantId, tenantId));

/** False when one is open already. */
export async function addProposal(tx: TenantTx, proposal: Proposal, grants: ProposalGrant[], links: BackLink[]) {
  const added = await tx.insert(unitKeyProposals).values(proposal).onConflictDoNothing().returning();
  if (added.length === 0) return false;
  await tx.insert(unitKeyProposalGrants).values(grants);
  if (links.length > 0) await tx.insert(unitBackLinks).values(links);
  return true;
}

/** With everything that was sealed for it. Its epoch, or null when there is none. */
export async function dropProposal(tx: TenantTx, tenantId: TenantId, unitId: UnitId): Promise<number | null> {
  const [dropped] = await tx
    .delete(unitKeyProposals)
    .where(ofUnit(unitKeyProposals, tenantId, unitId))
    .returning({ epoch: unitKeyProposals.epoch });
  if (!dropped) return null;
  const itsLinks = eq(unitBackLinks.fromEpoch, dropped.epoch);
  await tx.delete(unitBackLinks).where(and(ofUnit(unitBackLinks, tenantId, unitId), itsLinks));
  return dropped.epoch;
}

/**
 * The key office has signed exactly this one: what was sealed for it counts, and throws when another one lies there by now.
 * Members keep what was sealed for them of earlier keys. The links hold the same, and are only as good as who made them.
 */
export async function promoteProposal(tx: TenantTx, tenantId: TenantId, proposal: FoundProposal) {
  const { unitId, epoch, publicKey, sealed } = proposal;
  const isThis = and(eq(unitKeyProposals.epoch, epoch), eq(unitKeyProposals.publicKey, publicKey));
  const taken = await tx
    .delete(unitKeyProposals)
    .where(and(ofUnit(unitKeyProposals, tenantId, unitId), isThis))
    .returning({ epoch: unitKeyProposals.epoch });
  if (taken.length === 0 || sealed.length === 0) throw new Error("this is not the key that is proposed");
  await tx.insert(unitSeedGrants).values(sealed.map((grant) => ({ tenantId, unitId, epoch, ...grant })));
  const older = lt(unitBackLinks.fromEpoch, epoch);
  await tx.delete(unitBackLinks).where(and(ofUnit(unitBackLinks, tenantId, unitId), older));
}

/** The earlier epochs of the units somebody belongs to, sealed for the later ones. */
export const listBackLinks = (tx: TenantTx, tenantId: TenantId, officialId: OfficialId) =>
  tx
    .select({
      unitId: unitBackLinks.unitId,
      fromEpoch: unitBackLinks.fromEpoch,
      epoch: unitBackLinks.epoch,
      envelope: unitBackLinks.envelope,
    })
    .from(unitBackLinks)
    .innerJoin(unitMembers, eq(unitMembers.unitId, unitBackLinks.unitId))
    .where(and(eq(unitBackLinks.tenantId, tenantId), eq(unitMembers.officialId, officialId)))
    .orderBy(asc(unitBackLinks.epoch));

type Key = { tenantId: TenantId; unitId: UnitId; officialId: OfficialId; keyId: Uint8Array<ArrayBuffer> };

/** Running cases whose key is not sealed for this key of their unit. Without those that are closed to who asks, for bias. */
const isUnsealed = ({ tenantId, unitId, officialId, keyId }: Key): SQL | undefined =>
  and(
    eq(cases.tenantId, tenantId),
    eq(cases.unitId, unitId),
    inArray(cases.state, [...runningStates]),
    sql`not exists (
      select 1 from recusals r where r.case_id = ${cases.id} and r.official_id = ${officialId})`,
    sql`not exists (
      select 1 from case_grants sealed
      where sealed.tenant_id = ${tenantId} and sealed.case_id = ${cases.id} and sealed.role = ${unitRole}
        and sealed.generation = ${cases.keyGeneration} and sealed.recipient_key_id = ${Buffer.from(keyId)})`,
  );
/** As in docs/keys.md, 3. */
const unitRole = 2;

export const countUnsealed = (tx: TenantTx, key: Key): Promise<number> => tx.$count(cases, isUnsealed(key));

/** Oldest first, from behind a place on: what cannot be sealed stays, and must not stand in the way of the others. */
export const listUnsealed = (tx: TenantTx, key: Key, after: { at: Date; id: string } | null, count: number) =>
  tx
    .select({ caseId: cases.id, reference: cases.reference, receivedAt: cases.receivedAt })
    .from(cases)
    .where(
      and(
        isUnsealed(key),
        after
          ? sql`(${cases.receivedAt}, ${cases.id}) > (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(cases.receivedAt), asc(cases.id))
    .limit(count);

type Superseded = { caseId: CaseId; keyId: Uint8Array<ArrayBuffer>; citizenKeyId: Uint8Array<ArrayBuffer> };

/**
 * What members have sealed for other keys of the unit, and never what the citizen has: no process can see whether the
 * newest envelope holds the right key, and theirs is the one that everybody can go back to.
 */
export const removeOlderUnitGrants = (tx: TenantTx, { caseId, keyId, citizenKeyId }: Superseded) =>
  tx.delete(caseGrants).where(
    and(
      eq(caseGrants.caseId, caseId),
      eq(caseGrants.role, unitRole),
      ne(caseGrants.recipientKeyId, keyId),
      // Who has signed it: docs/keys.md, 3.
      sql`substring(${caseGrants.envelope} from 73 for 32) <> ${Buffer.from(citizenKeyId)}`,
    ),
  );

type OfUnit = typeof unitKeyProposals | typeof unitKeyProposalGrants | typeof unitBackLinks | typeof unitSeedGrants;
const ofUnit = (table: OfUnit, tenantId: TenantId, unitId: UnitId) =>
  and(eq(table.tenantId, tenantId), eq(table.unitId, unitId));

import type { TenantRole, UnitRole } from "@dvd/domain/actor";
import { runningStates } from "@dvd/domain/case/lifecycle";
import type { OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { accounts } from "../schema/accounts.ts";
import { cases } from "../schema/cases.ts";
import { statements, units } from "../schema/directory.ts";
import { officials, tenantRoles, unitMembers, unitSeedGrants } from "../schema/people.ts";
import type { AnyTx, TenantTx } from "../tenant.ts";

/** Who belongs to an authority, and as what. Policies let an admin alone change it, and never for themselves. */

const person = { officialId: officials.id, postSign: officials.postSign, removedAt: officials.removedAt };

/** Also those who were removed: signed lists and logs go on naming them. */
export const listOfficials = (tx: TenantTx, tenantId: TenantId) =>
  tx.select(person).from(officials).where(eq(officials.tenantId, tenantId)).orderBy(asc(officials.postSign));

export async function findOfficial(tx: TenantTx, tenantId: TenantId, officialId: OfficialId) {
  const [row] = await tx
    .select(person)
    .from(officials)
    .where(and(eq(officials.tenantId, tenantId), eq(officials.id, officialId)));
  return row ?? null;
}

/**
 * Whether this authority has this person, who then stays until the transaction ends: somebody who is removed at the same
 * moment would get a right that nobody takes from them any more. For admins, who may remove others.
 */
export async function holdPerson(tx: TenantTx, tenantId: TenantId, officialId: OfficialId): Promise<boolean> {
  const here = and(eq(officials.tenantId, tenantId), eq(officials.id, officialId), isNull(officials.removedAt));
  const held = await tx.select({ id: officials.id }).from(officials).where(here).for("share");
  return held.length > 0;
}

export const listUnits = (tx: TenantTx, tenantId: TenantId) =>
  tx
    .select({ unitId: units.id, name: units.name, closedAt: units.closedAt })
    .from(units)
    .where(eq(units.tenantId, tenantId))
    .orderBy(asc(units.name));

export const listMemberships = (tx: TenantTx, tenantId: TenantId) =>
  tx
    .select({ unitId: unitMembers.unitId, officialId: unitMembers.officialId, role: unitMembers.role })
    .from(unitMembers)
    .where(eq(unitMembers.tenantId, tenantId));

export const listRoles = (tx: TenantTx, tenantId: TenantId) =>
  tx
    .select({ officialId: tenantRoles.officialId, role: tenantRoles.role })
    .from(tenantRoles)
    .where(eq(tenantRoles.tenantId, tenantId));

/** Who has made keys of their own. Of citizens, whose keys an authority sees as well, there is none among them. */
export const listKeyOwners = (tx: TenantTx, tenantId: TenantId) =>
  tx.select({ officialId: accounts.id }).from(accounts).where(eq(accounts.tenantId, tenantId));

const seed = {
  unitId: unitSeedGrants.unitId,
  epoch: unitSeedGrants.epoch,
  officialId: unitSeedGrants.officialId,
  /** Its receiver could not open it. */
  isClosed: sql<boolean>`${unitSeedGrants.closedAt} is not null`,
};

/** For whom a seed of which unit lies here. */
export const listHeldSeeds = (tx: TenantTx, tenantId: TenantId) =>
  tx.select(seed).from(unitSeedGrants).where(eq(unitSeedGrants.tenantId, tenantId));

export const countRunningCases = (tx: TenantTx, tenantId: TenantId) =>
  tx
    .select({ unitId: cases.unitId, count: count() })
    .from(cases)
    .where(and(eq(cases.tenantId, tenantId), inArray(cases.state, [...runningStates])))
    .groupBy(cases.unitId);

/** Of each unit the newest signed key and the newest signed list of members. */
export const listUnitStatements = (tx: AnyTx, tenantId: TenantId) =>
  tx
    .selectDistinctOn([statements.unitId, statements.kind], { payload: statements.payload })
    .from(statements)
    .where(and(eq(statements.tenantId, tenantId), inArray(statements.kind, ["unit-key", "members"])))
    .orderBy(statements.unitId, statements.kind, desc(statements.sequence));

type Membership = { tenantId: TenantId; unitId: UnitId; officialId: OfficialId };
const isThis = ({ tenantId, unitId, officialId }: Membership) =>
  and(eq(unitMembers.tenantId, tenantId), eq(unitMembers.unitId, unitId), eq(unitMembers.officialId, officialId));

export const isMember = async (tx: TenantTx, membership: Membership): Promise<boolean> =>
  (await tx.$count(unitMembers, isThis(membership))) > 0;

type Seed = Membership & { epoch: number; envelope: Uint8Array<ArrayBuffer> };
const isSeed = ({ tenantId, unitId, officialId, epoch }: Omit<Seed, "envelope">) =>
  and(
    eq(unitSeedGrants.tenantId, tenantId),
    eq(unitSeedGrants.unitId, unitId),
    eq(unitSeedGrants.officialId, officialId),
    eq(unitSeedGrants.epoch, epoch),
  );

/**
 * What lies there stays, unless its receiver has said that it does not open. So many were added, and so many have taken the
 * place of one that does not open.
 */
export async function putSeeds(tx: TenantTx, rows: (Seed & { recipientKeyId: Uint8Array<ArrayBuffer> })[]) {
  let replaced = 0;
  for (const row of rows) {
    const isClosed = and(isSeed(row), isNotNull(unitSeedGrants.closedAt));
    const { count: changed } = await tx
      .update(unitSeedGrants)
      .set({ envelope: row.envelope, closedAt: null })
      .where(isClosed);
    replaced += changed;
  }
  const { count: added } = await tx.insert(unitSeedGrants).values(rows).onConflictDoNothing();
  return { added, replaced };
}

/** False when another one lies there, or when it was said already. */
export async function closeSeed(tx: TenantTx, { now, envelope, ...seedOf }: Seed & { now: Date }): Promise<boolean> {
  const isThisOne = and(isSeed(seedOf), eq(unitSeedGrants.envelope, envelope), isNull(unitSeedGrants.closedAt));
  const { count: closed } = await tx.update(unitSeedGrants).set({ closedAt: now }).where(isThisOne);
  return closed > 0;
}

/** False when they are a member already. */
export async function addMember(tx: TenantTx, membership: Membership & { role: UnitRole }): Promise<boolean> {
  const added = await tx.insert(unitMembers).values(membership).onConflictDoNothing().returning();
  return added.length > 0;
}

/** False when they are no member. */
export async function changeMember(tx: TenantTx, membership: Membership, role: UnitRole): Promise<boolean> {
  const changed = await tx.update(unitMembers).set({ role }).where(isThis(membership)).returning();
  return changed.length > 0;
}

export const listSeedsOf = (tx: TenantTx, tenantId: TenantId, unitId: UnitId) =>
  tx
    .select(seed)
    .from(unitSeedGrants)
    .where(and(eq(unitSeedGrants.tenantId, tenantId), eq(unitSeedGrants.unitId, unitId)));

/** With what was sealed for them in that unit: so many keys. */
export async function removeMember(tx: TenantTx, membership: Membership): Promise<number> {
  const { tenantId, unitId, officialId } = membership;
  const seeds = await tx
    .delete(unitSeedGrants)
    .where(
      and(
        eq(unitSeedGrants.tenantId, tenantId),
        eq(unitSeedGrants.unitId, unitId),
        eq(unitSeedGrants.officialId, officialId),
      ),
    )
    .returning({ epoch: unitSeedGrants.epoch });
  await tx.delete(unitMembers).where(isThis(membership));
  return seeds.length;
}

type HeldRole = { tenantId: TenantId; officialId: OfficialId; role: TenantRole };

/** False when they have it already. */
export async function giveRole(tx: TenantTx, held: HeldRole): Promise<boolean> {
  const given = await tx.insert(tenantRoles).values(held).onConflictDoNothing().returning();
  return given.length > 0;
}

/** False when they do not have it. */
export async function takeRole(tx: TenantTx, { tenantId, officialId, role }: HeldRole): Promise<boolean> {
  const taken = await tx
    .delete(tenantRoles)
    .where(and(eq(tenantRoles.tenantId, tenantId), eq(tenantRoles.officialId, officialId), eq(tenantRoles.role, role)))
    .returning();
  return taken.length > 0;
}

/** One at a time in an authority: two admins who take the role from each other at once would both succeed. */
export const holdRoles = (tx: TenantTx, tenantId: TenantId) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`tenant_roles ${tenantId}`}, 0))`);

/** Whoever holds a live stream of this person looks again at what they may see. Rings when the transaction commits. */
export const ringFor = (tx: TenantTx, officialId: OfficialId) =>
  tx.execute(sql`select pg_notify('changes', ${`account:${officialId}`})`);

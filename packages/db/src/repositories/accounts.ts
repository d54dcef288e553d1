import { DomainError } from "@dvd/domain/errors";
import type { AccountId, OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import { and, asc, desc, eq, or, sql } from "drizzle-orm";
import { accounts, vaultSlots, vaults } from "../schema/accounts.ts";
import { statements, units } from "../schema/directory.ts";
import { unitMembers, unitSeedGrants } from "../schema/people.ts";
import { accountRenewals } from "../schema/renewals.ts";
import type { ScopedTx, TenantTx } from "../tenant.ts";

export type AccountRow = typeof accounts.$inferSelect;
type NewAccount = typeof accounts.$inferInsert;
type NewSlot = Omit<typeof vaultSlots.$inferInsert, "accountId">;

export async function addAccount(
  tx: ScopedTx,
  account: NewAccount,
  vault: Uint8Array<ArrayBuffer>,
  slots: NewSlot[],
  now: Date,
) {
  const added = await tx.insert(accounts).values(account).onConflictDoNothing().returning({ id: accounts.id });
  if (added.length === 0) throw new DomainError("account.exists");
  await tx.insert(vaults).values({ accountId: account.id, version: 1, vault, updatedAt: now });
  await tx.insert(vaultSlots).values(slots.map((slot) => ({ ...slot, accountId: account.id })));
}

export async function findAccount(tx: ScopedTx, id: AccountId) {
  const [row] = await tx.select().from(accounts).where(eq(accounts.id, id));
  return row ?? null;
}

/** Who wants to send needs keys first; the browser makes them at the first login. */
export async function getAccount(tx: ScopedTx, id: AccountId) {
  const account = await findAccount(tx, id);
  if (!account) throw new DomainError("account.missing");
  return account;
}

/** The keys of an official, and in the same question the newest list of members that was signed for a unit. Null without keys. */
export async function findUnitSigner(
  tx: ScopedTx,
  id: OfficialId,
  { tenantId, unitId }: { tenantId: TenantId; unitId: UnitId },
) {
  const newest = tx
    .select({ payload: statements.payload })
    .from(statements)
    .where(and(eq(statements.tenantId, tenantId), eq(statements.unitId, unitId), eq(statements.kind, "members")))
    .orderBy(desc(statements.sequence))
    .limit(1)
    .as("newest");
  const [row] = await tx
    .select({ account: accounts, members: newest.payload })
    .from(accounts)
    .leftJoin(newest, sql`true`)
    .where(eq(accounts.id, id));
  return row ?? null;
}

export async function findVault(tx: ScopedTx, id: AccountId) {
  const [vault] = await tx.select().from(vaults).where(eq(vaults.accountId, id));
  if (!vault) return null;
  const slots = await tx
    .select()
    .from(vaultSlots)
    .where(eq(vaultSlots.accountId, id))
    .orderBy(asc(vaultSlots.createdAt));
  return { ...vault, slots };
}

/**
 * Whose word counts, while nobody else changes vault or ways back: two removals at once, each leaving the other's way,
 * would together leave none. The key is read under the lock, so that a former one does not speak after a renewal. Null
 * when the account has no vault yet.
 */
export async function lockVault(tx: ScopedTx, id: AccountId) {
  const [vault] = await tx
    .select({ version: vaults.version })
    .from(vaults)
    .where(eq(vaults.accountId, id))
    .for("update");
  if (!vault) return null;
  const { signingKey } = await getAccount(tx, id);
  return { version: vault.version, signingKey };
}

export const listWays = (tx: ScopedTx, id: AccountId) =>
  tx.select({ slotId: vaultSlots.slotId, kind: vaultSlots.kind }).from(vaultSlots).where(eq(vaultSlots.accountId, id));

export const addSlot = (tx: ScopedTx, id: AccountId, slot: NewSlot) =>
  tx.insert(vaultSlots).values({ ...slot, accountId: id });

export const removeSlot = (tx: ScopedTx, id: AccountId, slotId: string) =>
  tx.delete(vaultSlots).where(and(eq(vaultSlots.accountId, id), eq(vaultSlots.slotId, slotId)));

export async function replaceVault(
  tx: ScopedTx,
  id: AccountId,
  expectedVersion: number,
  vault: Uint8Array<ArrayBuffer>,
  now: Date,
) {
  const version = expectedVersion + 1;
  const changed = await tx
    .update(vaults)
    .set({ vault, version, updatedAt: now })
    .where(and(eq(vaults.accountId, id), eq(vaults.version, expectedVersion)))
    .returning({ id: vaults.accountId });
  if (changed.length === 0) throw new DomainError("vault.conflict");
  return version;
}

export const listUnitsOf = (tx: TenantTx, tenantId: TenantId, officialId: OfficialId) =>
  tx
    .select({ unitId: units.id, name: units.name, role: unitMembers.role })
    .from(unitMembers)
    .innerJoin(units, eq(units.id, unitMembers.unitId))
    .where(and(eq(unitMembers.tenantId, tenantId), eq(unitMembers.officialId, officialId)))
    .orderBy(asc(units.name));

export const listSeedGrants = (tx: TenantTx, tenantId: TenantId, officialId: OfficialId) =>
  tx
    .select({
      unitId: unitSeedGrants.unitId,
      epoch: unitSeedGrants.epoch,
      envelope: unitSeedGrants.envelope,
      /** Its receiver could not open it. */
      isClosed: sql<boolean>`${unitSeedGrants.closedAt} is not null`,
    })
    .from(unitSeedGrants)
    .where(and(eq(unitSeedGrants.tenantId, tenantId), eq(unitSeedGrants.officialId, officialId)))
    .orderBy(asc(unitSeedGrants.epoch));

/** The public signing key that belongs to a key id, also a former one, as far as this scope may see accounts. */
export async function findSigningKey(tx: ScopedTx, signingKeyId: Uint8Array<ArrayBuffer>) {
  const [current] = await tx
    .select({ signingKey: accounts.signingKey })
    .from(accounts)
    .where(eq(accounts.signingKeyId, signingKeyId));
  if (current) return current.signingKey;
  const { signingKeyId: renewedId, signingKey, formerSigningKey } = accountRenewals;
  const [renewal] = await tx
    .select({ signingKeyId: renewedId, signingKey, formerSigningKey })
    .from(accountRenewals)
    .where(or(eq(renewedId, signingKeyId), eq(accountRenewals.formerSigningKeyId, signingKeyId)));
  if (!renewal) return null;
  return Buffer.compare(renewal.signingKeyId, signingKeyId) === 0 ? renewal.signingKey : renewal.formerSigningKey;
}

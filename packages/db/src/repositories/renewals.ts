import type { CitizenId } from "@dvd/domain/ids";
import { and, desc, eq, isNull } from "drizzle-orm";
import { accounts, vaultSlots, vaults } from "../schema/accounts.ts";
import { accountRenewals, asideVaults, type KeptSlot } from "../schema/renewals.ts";
import type { CitizenTx, ScopedTx } from "../tenant.ts";

type Bytes = Uint8Array<ArrayBuffer>;
export type PublicKeys = { kemPublicKey: Bytes; kemKeyId: Bytes; signingKey: Bytes; signingKeyId: Bytes };
export type RenewalRow = typeof accountRenewals.$inferSelect;
type Slot = Omit<typeof vaultSlots.$inferSelect, "accountId">;
/** Made now, unless it is one that comes back. */
export type NewSlot = Omit<Slot, "createdAt"> & { createdAt?: Date };
/** All the private belongings of one generation of an account, sealed. */
export type Belongings = { version: number; vault: Bytes; slots: readonly NewSlot[] };
export type KeptBelongings = Omit<Belongings, "slots"> & { slots: readonly Slot[] };

/** The account, held until the transaction ends: of two renewals at once the second sees the first. */
export async function lockAccount(tx: CitizenTx, id: CitizenId) {
  const [row] = await tx.select().from(accounts).where(eq(accounts.id, id)).for("update");
  return row ?? null;
}

/** What was not objected to, the newest first. */
export const listRenewals = (tx: ScopedTx, citizenId: CitizenId): Promise<RenewalRow[]> =>
  tx
    .select()
    .from(accountRenewals)
    .where(and(eq(accountRenewals.citizenId, citizenId), isNull(accountRenewals.objectedAt)))
    .orderBy(desc(accountRenewals.createdAt), desc(accountRenewals.id));

/** Also those that came to nothing: their objections are evidence. */
export const listAllRenewals = (tx: ScopedTx, citizenId: CitizenId): Promise<RenewalRow[]> =>
  tx
    .select()
    .from(accountRenewals)
    .where(eq(accountRenewals.citizenId, citizenId))
    .orderBy(desc(accountRenewals.createdAt), desc(accountRenewals.id));

export const addRenewal = (tx: CitizenTx, renewal: typeof accountRenewals.$inferInsert) =>
  tx.insert(accountRenewals).values(renewal);

export async function findAside(tx: ScopedTx, renewalId: string) {
  const [row] = await tx.select().from(asideVaults).where(eq(asideVaults.renewalId, renewalId));
  return row ? { version: row.version, vault: row.vault, slots: row.slots.map(fromKept) } : null;
}

/** Takes the belongings of the account out of use; `replaceBelongings` puts others there. */
export async function setAside(tx: CitizenTx, renewalId: string, id: CitizenId) {
  const [vault] = await tx.select().from(vaults).where(eq(vaults.accountId, id));
  if (!vault) throw new Error("an account has a vault");
  const slots = await tx.select().from(vaultSlots).where(eq(vaultSlots.accountId, id));
  const kept = { version: vault.version, vault: vault.vault, slots: slots.map(toKept) };
  await tx
    .insert(asideVaults)
    .values({ renewalId, accountId: id, ...kept })
    .onConflictDoUpdate({ target: asideVaults.renewalId, set: kept });
}

export async function replaceBelongings(
  tx: CitizenTx,
  id: CitizenId,
  keys: PublicKeys,
  { version, vault, slots }: Belongings,
  now: Date,
) {
  await tx.update(accounts).set(keys).where(eq(accounts.id, id));
  await tx.update(vaults).set({ version, vault, updatedAt: now }).where(eq(vaults.accountId, id));
  await tx.delete(vaultSlots).where(eq(vaultSlots.accountId, id));
  await tx.insert(vaultSlots).values(slots.map((slot) => ({ ...slot, accountId: id })));
}

export const markObjected = (
  tx: CitizenTx,
  renewalId: string,
  now: Date,
  objection: { payload: Bytes; signature: Bytes } | null,
) =>
  tx
    .update(accountRenewals)
    .set({
      objectedAt: now,
      ...(objection && { objectionPayload: objection.payload, objectionSignature: objection.signature }),
    })
    .where(eq(accountRenewals.id, renewalId));

const toKept = ({ slotId, kind, header, wrapped, createdAt }: Slot): KeptSlot => ({
  slotId,
  kind,
  header: Buffer.from(header).toString("base64"),
  wrapped: Buffer.from(wrapped).toString("base64"),
  createdAt: createdAt.toISOString(),
});
const fromKept = ({ slotId, kind, header, wrapped, createdAt }: KeptSlot): Slot => ({
  slotId,
  kind,
  header: new Uint8Array(Buffer.from(header, "base64")),
  wrapped: new Uint8Array(Buffer.from(wrapped, "base64")),
  createdAt: new Date(createdAt),
});

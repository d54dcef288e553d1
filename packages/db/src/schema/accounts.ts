import type { WayBack } from "@dvd/domain/account/ways-back";
import type { AccountId, CitizenId, TenantId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytea, bytesLong, createdAt, instant } from "./columns.ts";
import { tenants } from "./directory.ts";
import { citizens } from "./people.ts";
import {
  byScope,
  currentAccount,
  currentTenant,
  forIdentity,
  byBoth,
  mayAdd,
  mayChange,
  mayRead,
  mayRemove,
  ofCitizen,
  ofTenant,
} from "./policies.ts";

/** Public keys of a person. Officials' keys reach citizens through the signed members statement, not from here. */
export const accounts = pgTable(
  "accounts",
  {
    id: uuid().$type<AccountId>().primaryKey(),
    kind: text().$type<"citizen" | "official">().notNull(),
    tenantId: uuid()
      .$type<TenantId>()
      .references(() => tenants.id),
    citizenId: uuid()
      .$type<CitizenId>()
      .references(() => citizens.id),
    kemPublicKey: bytea().notNull(),
    kemKeyId: bytea().notNull().unique("accounts_kem_key_id_unique"),
    /** SPKI DER. */
    signingKey: bytea().notNull(),
    signingKeyId: bytea().notNull().unique("accounts_signing_key_id_unique"),
    createdAt: createdAt(),
  },
  (table) => [
    index("accounts_tenant").on(table.tenantId),
    index("accounts_citizen").on(table.citizenId),
    bytesLong("accounts_kem_key_id_length", table.kemKeyId, 32),
    bytesLong("accounts_signing_key_id_length", table.signingKeyId, 32),
    check(
      "accounts_one_person",
      sql`(kind = 'citizen' and citizen_id = id and tenant_id is null)
        or (kind = 'official' and citizen_id is null and tenant_id is not null)`,
    ),
    mayRead(
      "accounts_read",
      byScope({
        tenant: sql`${ofTenant} or (citizen_id is not null and exists (
          select 1 from cases where cases.citizen_id = accounts.citizen_id and cases.tenant_id = ${currentTenant}))`,
        citizen: sql`id = ${currentAccount}`,
      }),
      byBoth,
    ),
    // Officials' keys stand in the signed members list; theirs are not replaced here.
    mayChange("accounts_renew_by_citizen", sql`id = ${currentAccount} and ${ofCitizen}`),
    mayAdd("accounts_add_by_citizen", sql`id = ${currentAccount} and ${ofCitizen}`),
    mayAdd(
      "accounts_add_by_official",
      sql`id = ${currentAccount} and ${ofTenant} and exists (
        select 1 from officials where officials.id = accounts.id and officials.removed_at is null)`,
    ),
  ],
);

const ownAccount = sql`account_id = ${currentAccount}`;

/** Opaque to the server: the private keys of a person, encrypted on their device. */
export const vaults = pgTable(
  "vaults",
  {
    accountId: uuid()
      .$type<AccountId>()
      .primaryKey()
      .references(() => accounts.id),
    version: integer().notNull(),
    vault: bytea().notNull(),
    updatedAt: instant().notNull(),
  },
  () => [
    mayRead("vaults_read_own", ownAccount),
    mayAdd("vaults_add_own", ownAccount),
    mayChange("vaults_change_own", ownAccount),
    forIdentity("vaults", "select"),
    forIdentity("vaults", "delete"),
  ],
);

/** One way to unlock a vault: passphrase, passkey, recovery key or device link. Any one of them opens it. */
export const vaultSlots = pgTable(
  "vault_slots",
  {
    accountId: uuid()
      .$type<AccountId>()
      .notNull()
      .references(() => vaults.accountId),
    slotId: uuid().notNull(),
    kind: text().$type<WayBack>().notNull(),
    header: bytea().notNull(),
    wrapped: bytea().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.accountId, table.slotId] }),
    check("vault_slots_kind", sql`kind ~ '^[a-z-]{1,20}$'`),
    mayRead("vault_slots_read_own", ownAccount),
    mayAdd("vault_slots_add_own", ownAccount),
    mayRemove("vault_slots_remove_own", ownAccount),
    forIdentity("vault_slots", "select"),
    forIdentity("vault_slots", "delete"),
  ],
);

/** A device that asks for the key of its account, for some minutes: at most one at a time (docs/keys.md, section 5). */
export const deviceLinks = pgTable(
  "device_links",
  {
    accountId: uuid()
      .$type<AccountId>()
      .primaryKey()
      .references(() => vaults.accountId),
    linkId: uuid().notNull(),
    publicKey: bytea().notNull(),
    proof: bytea().notNull(),
    /** The vault key, sealed for that one public key. */
    answer: bytea(),
    expiresAt: instant().notNull(),
  },
  () => [
    mayRead("device_links_read_own", ownAccount, byBoth),
    mayAdd("device_links_add_own", ownAccount),
    mayChange("device_links_change_own", ownAccount),
    mayRemove("device_links_remove_own", ownAccount, byBoth),
    forIdentity("device_links", "select"),
    forIdentity("device_links", "delete"),
  ],
);

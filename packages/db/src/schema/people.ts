import { sql } from "drizzle-orm";
import { type TenantRole, tenantRoles as allTenantRoles, type UnitRole, unitRoles } from "@dvd/domain/actor";
import type { CitizenId, OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import { postSignPattern } from "@dvd/domain/tenant/post-sign";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, bytesLong, createdAt, instant, oneOf } from "./columns.ts";
import { tenants, units } from "./directory.ts";
import {
  asAdmin,
  byAdminForOthers,
  currentAccount,
  currentCitizen,
  forIdentity,
  maintainedByOwner,
  mayAdd,
  mayChange,
  mayRead,
  mayRemove,
  ofTenant,
} from "./policies.ts";

/**
 * A person is an id and a pseudonym (keyed hash of issuer and subject). There is no name, address or number. A deleted
 * account leaves the id, because sent cases hang on it, and no pseudonym: the next login is somebody new.
 */
export const citizens = pgTable(
  "citizens",
  {
    id: uuid().$type<CitizenId>().primaryKey(),
    subjectHash: bytea().unique("citizens_subject_hash_unique"),
    createdAt: createdAt(),
    deletedAt: instant(),
  },
  (table) => [
    bytesLong("citizens_subject_hash_length", table.subjectHash, 32),
    check("citizens_deleted", sql`(subject_hash is null) = (deleted_at is not null)`),
    mayRead("citizens_read_self", sql`id = ${currentCitizen}`),
    forIdentity("citizens", "select"),
    forIdentity("citizens", "insert"),
    forIdentity("citizens", "update"),
  ],
);

export const officials = pgTable(
  "officials",
  {
    id: uuid().$type<OfficialId>().primaryKey(),
    tenantId: uuid()
      .$type<TenantId>()
      .notNull()
      .references(() => tenants.id),
    subjectHash: bytea().notNull(),
    /** The sign of the post (Stellenzeichen), so that colleagues know who is meant. It is no name, and passes on with the post. */
    postSign: text().notNull(),
    createdAt: createdAt(),
    removedAt: instant(),
  },
  (table) => [
    unique("officials_tenant_id").on(table.tenantId, table.id),
    // Who comes back is somebody new, with keys of their own; the row of before stays for the log.
    uniqueIndex("officials_subject_hash").on(table.subjectHash).where(sql`removed_at is null`),
    uniqueIndex("officials_post_sign").on(table.tenantId, table.postSign).where(sql`removed_at is null`),
    check("officials_post_sign_form", sql.raw(`post_sign ~ '${postSignPattern.source}'`)),
    bytesLong("officials_subject_hash_length", table.subjectHash, 32),
    mayRead("officials_read_by_tenant", ofTenant),
    // Once, and there is no way back but an invitation.
    mayChange(
      "officials_remove_by_admin",
      sql`${asAdmin} and id <> ${currentAccount} and removed_at is null`,
      sql`${asAdmin} and id <> ${currentAccount}`,
    ),
    forIdentity("officials", "select"),
    forIdentity("officials", "insert"),
    ...maintainedByOwner("officials"),
  ],
);

export const unitMembers = pgTable(
  "unit_members",
  {
    tenantId: uuid().$type<TenantId>().notNull(),
    unitId: uuid().$type<UnitId>().notNull(),
    officialId: uuid().$type<OfficialId>().notNull(),
    role: text().$type<UnitRole>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.unitId, table.officialId] }),
    index("unit_members_official").on(table.tenantId, table.officialId),
    foreignKey({
      name: "unit_members_unit",
      columns: [table.tenantId, table.unitId],
      foreignColumns: [units.tenantId, units.id],
    }),
    foreignKey({
      name: "unit_members_official",
      columns: [table.tenantId, table.officialId],
      foreignColumns: [officials.tenantId, officials.id],
    }),
    oneOf("unit_members_role", table.role, unitRoles),
    mayRead("unit_members_read_by_tenant", ofTenant),
    mayAdd("unit_members_add_by_admin", byAdminForOthers),
    mayChange("unit_members_change_by_admin", byAdminForOthers),
    mayRemove("unit_members_remove_by_admin", byAdminForOthers),
    forIdentity("unit_members", "select"),
    forIdentity("unit_members", "insert"),
    ...maintainedByOwner("unit_members"),
  ],
);

/** What somebody is for the whole authority, beside or without a unit. It opens no case. */
export const tenantRoles = pgTable(
  "tenant_roles",
  {
    tenantId: uuid().$type<TenantId>().notNull(),
    officialId: uuid().$type<OfficialId>().notNull(),
    role: text().$type<TenantRole>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.officialId, table.role] }),
    foreignKey({
      name: "tenant_roles_official",
      columns: [table.tenantId, table.officialId],
      foreignColumns: [officials.tenantId, officials.id],
    }),
    oneOf("tenant_roles_role", table.role, allTenantRoles),
    mayRead("tenant_roles_read_by_tenant", ofTenant),
    mayAdd("tenant_roles_add_by_admin", byAdminForOthers),
    mayRemove("tenant_roles_remove_by_admin", byAdminForOthers),
    forIdentity("tenant_roles", "select"),
    ...maintainedByOwner("tenant_roles"),
  ],
);

/** A unit's epoch seed, sealed for one member. Useless to anybody else, so the whole tenant may see who can open. */
export const unitSeedGrants = pgTable(
  "unit_seed_grants",
  {
    tenantId: uuid().$type<TenantId>().notNull(),
    unitId: uuid().$type<UnitId>().notNull(),
    epoch: integer().notNull(),
    officialId: uuid().$type<OfficialId>().notNull(),
    recipientKeyId: bytea().notNull(),
    envelope: bytea().notNull(),
    createdAt: createdAt(),
    /** Since when its receiver's browser says that it does not open. */
    closedAt: instant(),
  },
  (table) => [
    primaryKey({ columns: [table.unitId, table.epoch, table.officialId] }),
    index("unit_seed_grants_official").on(table.tenantId, table.officialId),
    foreignKey({
      name: "unit_seed_grants_member",
      columns: [table.tenantId, table.unitId, table.officialId],
      foreignColumns: [unitMembers.tenantId, unitMembers.unitId, unitMembers.officialId],
    }),
    bytesLong("unit_seed_grants_recipient_key_id_length", table.recipientKeyId, 32),
    mayRead("unit_seed_grants_read_by_tenant", ofTenant),
    mayAdd("unit_seed_grants_add_by_tenant", ofTenant),
    // Nobody says of somebody else that theirs does not open, and nobody exchanges one of which its receiver has not said so.
    mayChange(
      "unit_seed_grants_close_by_receiver",
      sql`${ofTenant} and official_id = ${currentAccount} and closed_at is null`,
      sql`${ofTenant} and official_id = ${currentAccount} and closed_at is not null`,
    ),
    mayChange(
      "unit_seed_grants_replace_by_colleague",
      sql`${ofTenant} and official_id <> ${currentAccount} and closed_at is not null`,
      sql`${ofTenant} and official_id <> ${currentAccount} and closed_at is null`,
    ),
    // With the membership it is sealed for.
    mayRemove("unit_seed_grants_remove_by_admin", byAdminForOthers),
    // The key office, which signs the key that comes after.
    ...maintainedByOwner("unit_seed_grants"),
  ],
);

/**
 * Who has left a unit while a key of it was sealed for them: what they could open then they may have kept. Nothing is ever
 * removed here; the unit needs a newer key than the newest that somebody left with.
 */
export const unitDepartures = pgTable(
  "unit_departures",
  {
    tenantId: uuid().$type<TenantId>().notNull(),
    unitId: uuid().$type<UnitId>().notNull(),
    officialId: uuid().$type<OfficialId>().notNull(),
    /** The newest that they held. */
    epoch: integer().notNull(),
    leftAt: instant().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.tenantId, table.unitId, table.officialId, table.epoch] }),
    foreignKey({
      name: "unit_departures_unit",
      columns: [table.tenantId, table.unitId],
      foreignColumns: [units.tenantId, units.id],
    }),
    foreignKey({
      name: "unit_departures_official",
      columns: [table.tenantId, table.officialId],
      foreignColumns: [officials.tenantId, officials.id],
    }),
    mayRead("unit_departures_read_by_tenant", ofTenant),
    mayAdd("unit_departures_add_by_admin", byAdminForOthers),
  ],
);

import type { OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import { check, foreignKey, integer, pgTable, primaryKey, uuid } from "drizzle-orm/pg-core";
import { bytea, bytesLong, createdAt } from "./columns.ts";
import { units } from "./directory.ts";
import { officials, unitMembers } from "./people.ts";
import { currentAccount, maintainedByOwner, mayAdd, mayRead, mayRemove, ofTenant } from "./policies.ts";

/**
 * A new key for a unit that a member has made and the authority has not signed: until then nothing is sealed for it. One at
 * a time, and it goes when somebody leaves the unit, because it was sealed for them as well.
 */
export const unitKeyProposals = pgTable(
  "unit_key_proposals",
  {
    tenantId: uuid().$type<TenantId>().notNull(),
    unitId: uuid().$type<UnitId>().primaryKey(),
    epoch: integer().notNull(),
    publicKey: bytea().notNull(),
    proposedBy: uuid().$type<OfficialId>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    foreignKey({
      name: "unit_key_proposals_unit",
      columns: [table.tenantId, table.unitId],
      foreignColumns: [units.tenantId, units.id],
    }),
    foreignKey({
      name: "unit_key_proposals_official",
      columns: [table.tenantId, table.proposedBy],
      foreignColumns: [officials.tenantId, officials.id],
    }),
    check("unit_key_proposals_epoch", sql`epoch > 0`),
    bytesLong("unit_key_proposals_public_key_length", table.publicKey, 1665),
    mayRead("unit_key_proposals_read_by_tenant", ofTenant),
    mayAdd("unit_key_proposals_add_by_proposer", sql`${ofTenant} and proposed_by = ${currentAccount}`),
    mayRemove("unit_key_proposals_remove_by_tenant", ofTenant),
    ...maintainedByOwner("unit_key_proposals"),
  ],
);

/** The seed of a proposed key, sealed for one member. Who is named here cannot leave the unit while the proposal stands. */
export const unitKeyProposalGrants = pgTable(
  "unit_key_proposal_grants",
  {
    tenantId: uuid().$type<TenantId>().notNull(),
    unitId: uuid()
      .$type<UnitId>()
      .notNull()
      .references(() => unitKeyProposals.unitId, { onDelete: "cascade" }),
    officialId: uuid().$type<OfficialId>().notNull(),
    recipientKeyId: bytea().notNull(),
    envelope: bytea().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unitId, table.officialId] }),
    foreignKey({
      name: "unit_key_proposal_grants_member",
      columns: [table.tenantId, table.unitId, table.officialId],
      foreignColumns: [unitMembers.tenantId, unitMembers.unitId, unitMembers.officialId],
    }),
    bytesLong("unit_key_proposal_grants_recipient_key_id_length", table.recipientKeyId, 32),
    mayRead("unit_key_proposal_grants_read_by_tenant", ofTenant),
    mayAdd("unit_key_proposal_grants_add_by_tenant", ofTenant),
    ...maintainedByOwner("unit_key_proposal_grants"),
  ],
);

/** The seed of an earlier epoch, sealed for a later one: whoever can read today can read what came before. */
export const unitBackLinks = pgTable(
  "unit_back_links",
  {
    tenantId: uuid().$type<TenantId>().notNull(),
    unitId: uuid().$type<UnitId>().notNull(),
    fromEpoch: integer().notNull(),
    epoch: integer().notNull(),
    envelope: bytea().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.unitId, table.fromEpoch, table.epoch] }),
    foreignKey({
      name: "unit_back_links_unit",
      columns: [table.tenantId, table.unitId],
      foreignColumns: [units.tenantId, units.id],
    }),
    check("unit_back_links_backwards", sql`epoch < from_epoch`),
    mayRead("unit_back_links_read_by_tenant", ofTenant),
    mayAdd("unit_back_links_add_by_tenant", ofTenant),
    mayRemove("unit_back_links_remove_by_tenant", ofTenant),
    ...maintainedByOwner("unit_back_links"),
  ],
);

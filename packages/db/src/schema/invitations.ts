import type { UnitRole } from "@dvd/domain/actor";
import { unitRoles } from "@dvd/domain/actor";
import type { InvitationId, OfficialId, TenantId, UnitId } from "@dvd/domain/ids";
import { postSignPattern } from "@dvd/domain/tenant/post-sign";
import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, bytesLong, createdAt, instant, oneOf } from "./columns.ts";
import { units } from "./directory.ts";
import { officials } from "./people.ts";
import { asAdmin, currentAccount, forIdentity, mayAdd, mayChange, mayRead } from "./policies.ts";

/**
 * The way into an authority: whoever signs in there with the code that belongs to this hash becomes a member. The code
 * itself was shown once, to the admin who made it. Redeemed by the identity functions only, in the middle of a login.
 */
export const invitations = pgTable(
  "invitations",
  {
    id: uuid().$type<InvitationId>().primaryKey(),
    tenantId: uuid().$type<TenantId>().notNull(),
    unitId: uuid().$type<UnitId>().notNull(),
    role: text().$type<UnitRole>().notNull(),
    postSign: text().notNull(),
    codeHash: bytea().notNull().unique("invitations_code_hash_unique"),
    createdBy: uuid().$type<OfficialId>().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    withdrawnAt: instant(),
    redeemedAt: instant(),
    redeemedBy: uuid().$type<OfficialId>(),
  },
  (table) => [
    index("invitations_tenant").on(table.tenantId, table.createdAt),
    foreignKey({
      name: "invitations_unit",
      columns: [table.tenantId, table.unitId],
      foreignColumns: [units.tenantId, units.id],
    }),
    foreignKey({
      name: "invitations_created_by",
      columns: [table.tenantId, table.createdBy],
      foreignColumns: [officials.tenantId, officials.id],
    }),
    oneOf("invitations_role", table.role, unitRoles),
    check("invitations_post_sign_form", sql.raw(`post_sign ~ '${postSignPattern.source}'`)),
    bytesLong("invitations_code_hash_length", table.codeHash, 32),
    check("invitations_redeemed", sql`(redeemed_at is null) = (redeemed_by is null)`),
    check("invitations_one_end", sql`redeemed_at is null or withdrawn_at is null`),
    mayRead("invitations_read_by_admin", asAdmin),
    mayAdd("invitations_add_by_admin", sql`${asAdmin} and created_by = ${currentAccount}`),
    mayChange("invitations_withdraw_by_admin", asAdmin),
    forIdentity("invitations", "select"),
    forIdentity("invitations", "update"),
  ],
);

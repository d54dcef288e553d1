import type { CollectorTokenId, OfficialId, TenantId } from "@dvd/domain/ids";
import { longestCollectorDays } from "@dvd/domain/tenant/collector";
import { sql } from "drizzle-orm";
import { bigint, check, date, foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, bytesLong, createdAt, instant } from "./columns.ts";
import { officials } from "./people.ts";
import {
  currentAccount,
  currentCollector,
  currentTenant,
  forIdentity,
  hasAdminRole,
  hasAuditorRole,
  mayAdd,
  mayChange,
  mayRead,
  ofTenant,
} from "./policies.ts";

/** Kept by auditors; an admin ends what somebody has made whose task they take. A collector sees its own row. */
const byKeepersOrItself = sql`case when ${currentTenant} is not null
  then ${ofTenant} and (${hasAuditorRole} or ${hasAdminRole}) else id = ${currentCollector} end`;

/**
 * What a machine reads the audit log of one authority with. The token itself was shown once, to the auditor who made it;
 * here are its hash and its last four characters, by which people recognise it.
 */
export const collectorTokens = pgTable(
  "collector_tokens",
  {
    id: uuid().$type<CollectorTokenId>().primaryKey(),
    tenantId: uuid().$type<TenantId>().notNull(),
    tokenHash: bytea().notNull().unique("collector_tokens_token_hash_unique"),
    tail: text().notNull(),
    createdBy: uuid().$type<OfficialId>().notNull(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    /** German days: a collector asks each minute, and this row is written once a day. */
    usedOn: date({ mode: "string" }),
    /** How far back it has read on that day: the number behind which it began. */
    readFrom: bigint({ mode: "number" }),
    /** When it was refused last, after its end. */
    refusedOn: date({ mode: "string" }),
  },
  (table) => [
    index("collector_tokens_tenant").on(table.tenantId, table.createdAt),
    foreignKey({
      name: "collector_tokens_created_by",
      columns: [table.tenantId, table.createdBy],
      foreignColumns: [officials.tenantId, officials.id],
    }),
    bytesLong("collector_tokens_token_hash_length", table.tokenHash, 32),
    check("collector_tokens_tail_form", sql`tail ~ '^[0-9a-f]{4}$'`),
    check(
      "collector_tokens_days",
      sql.raw(`expires_at > created_at and expires_at - created_at <= interval '${longestCollectorDays} days'`),
    ),
    check("collector_tokens_used", sql`(used_on is null) = (read_from is null)`),
    mayRead("collector_tokens_read", byKeepersOrItself),
    mayAdd(
      "collector_tokens_add_by_auditor",
      sql`${ofTenant} and ${hasAuditorRole} and created_by = ${currentAccount}`,
    ),
    mayChange("collector_tokens_change", byKeepersOrItself),
    forIdentity("collector_tokens", "select"),
  ],
);

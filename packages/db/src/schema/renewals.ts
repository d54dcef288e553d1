import type { WayBack } from "@dvd/domain/account/ways-back";
import { type CopyRefusal, type CopyState, copyRefusals, copyStates } from "@dvd/domain/copies";
import type { AccountId, CaseId, CitizenId, TenantId } from "@dvd/domain/ids";
import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { cases } from "./cases.ts";
import { bytea, bytesLong, createdAt, instant, oneOf } from "./columns.ts";
import { citizens } from "./people.ts";
import {
  byScope,
  caseIsVisible,
  currentAccount,
  currentTenant,
  forIdentity,
  byBoth,
  mayAdd,
  mayChange,
  mayRead,
  ofCitizen,
  ofTenant,
} from "./policies.ts";

/** A citizen's account got new keys. The former public keys stay: what they have signed must remain provable. */
export const accountRenewals = pgTable(
  "account_renewals",
  {
    id: uuid().primaryKey(),
    citizenId: uuid()
      .$type<CitizenId>()
      .notNull()
      .references(() => citizens.id),
    kemPublicKey: bytea().notNull(),
    kemKeyId: bytea().notNull().unique("account_renewals_kem_key_id_unique"),
    signingKey: bytea().notNull(),
    signingKeyId: bytea().notNull().unique("account_renewals_signing_key_id_unique"),
    formerKemPublicKey: bytea().notNull(),
    formerKemKeyId: bytea().notNull(),
    formerSigningKey: bytea().notNull(),
    formerSigningKeyId: bytea().notNull(),
    createdAt: createdAt(),
    objectedAt: instant(),
    /** What the former key signed; null where an earlier generation has objected to this one as well. */
    objectionPayload: bytea(),
    objectionSignature: bytea(),
  },
  (table) => [
    index("account_renewals_citizen").on(table.citizenId, table.createdAt),
    index("account_renewals_former_signing_key").on(table.formerSigningKeyId),
    bytesLong("account_renewals_kem_key_id_length", table.kemKeyId, 32),
    bytesLong("account_renewals_signing_key_id_length", table.signingKeyId, 32),
    bytesLong("account_renewals_former_kem_key_id_length", table.formerKemKeyId, 32),
    bytesLong("account_renewals_former_signing_key_id_length", table.formerSigningKeyId, 32),
    check("account_renewals_objection", sql`objection_payload is null or objected_at is not null`),
    mayRead(
      "account_renewals_read",
      byScope({
        tenant: sql`exists (select 1 from cases
          where cases.citizen_id = account_renewals.citizen_id and cases.tenant_id = ${currentTenant})`,
        citizen: ofCitizen,
      }),
      byBoth,
    ),
    mayAdd("account_renewals_add_by_citizen", ofCitizen),
    mayChange("account_renewals_change_by_citizen", ofCitizen),
  ],
);

export type KeptSlot = { slotId: string; kind: WayBack; header: string; wrapped: string; createdAt: string };

/**
 * The vault and slots that are not the current ones: of the former keys, and after an objection of the refused ones.
 * Former ones are never destroyed: a thief of a login cannot lock the owner out. What an objection has refused is kept as
 * well, but nothing hands it out: a mistaken objection is undone by asking for copies again, not from here.
 */
export const asideVaults = pgTable(
  "aside_vaults",
  {
    renewalId: uuid()
      .primaryKey()
      .references(() => accountRenewals.id),
    accountId: uuid().$type<AccountId>().notNull(),
    version: integer().notNull(),
    vault: bytea().notNull(),
    slots: jsonb().$type<KeptSlot[]>().notNull(),
  },
  (table) => {
    const own = sql`account_id = ${currentAccount}`;
    return [
      index("aside_vaults_account").on(table.accountId),
      mayRead("aside_vaults_read_own", own),
      mayAdd("aside_vaults_add_own", own),
      mayChange("aside_vaults_change_own", own),
      forIdentity("aside_vaults", "select"),
      forIdentity("aside_vaults", "delete"),
    ];
  },
);

/** One per submitted case and renewal: the task of its unit to look who asks, and what came of it. */
export const copyRequests = pgTable(
  "copy_requests",
  {
    renewalId: uuid()
      .notNull()
      .references(() => accountRenewals.id),
    caseId: uuid().$type<CaseId>().notNull(),
    tenantId: uuid().$type<TenantId>().notNull(),
    citizenId: uuid().$type<CitizenId>().notNull(),
    state: text().$type<CopyState>().notNull().default("OPEN"),
    reason: text().$type<CopyRefusal>(),
    /** The official's signed word; only of a granted request. */
    attestationPayload: bytea(),
    attestationSignature: bytea(),
    createdAt: createdAt(),
    decidedAt: instant(),
  },
  (table) => {
    const ofTenantsCase = sql`${ofTenant} and ${caseIsVisible("copy_requests")}`;
    return [
      primaryKey({ columns: [table.renewalId, table.caseId] }),
      index("copy_requests_case").on(table.caseId, table.createdAt),
      index("copy_requests_tenant_case").on(table.tenantId, table.caseId),
      index("copy_requests_citizen").on(table.citizenId),
      foreignKey({
        name: "copy_requests_case",
        columns: [table.tenantId, table.citizenId, table.caseId],
        foreignColumns: [cases.tenantId, cases.citizenId, cases.id],
      }).onDelete("cascade"),
      oneOf("copy_requests_state", table.state, copyStates),
      oneOf("copy_requests_reason", table.reason, copyRefusals),
      check("copy_requests_refused", sql`(state = 'REFUSED') = (reason is not null)`),
      check("copy_requests_granted", sql`state <> 'GRANTED' or attestation_payload is not null`),
      mayRead("copy_requests_read", byScope({ tenant: ofTenantsCase, citizen: ofCitizen })),
      mayAdd("copy_requests_add_by_citizen", sql`${ofCitizen} and state = 'OPEN'`),
      // Whoever asked may take back, never grant: that takes somebody who looked.
      mayChange(
        "copy_requests_change",
        byScope({ tenant: ofTenantsCase, citizen: ofCitizen }),
        byScope({
          tenant: sql`${ofTenantsCase} and state <> 'OBJECTED'`,
          citizen: sql`${ofCitizen} and state = 'OBJECTED'`,
        }),
      ),
      forIdentity("copy_requests", "select"),
      forIdentity("copy_requests", "delete"),
    ];
  },
);

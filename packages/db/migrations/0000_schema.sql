CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"tenant_id" uuid,
	"citizen_id" uuid,
	"kem_public_key" "bytea" NOT NULL,
	"kem_key_id" "bytea" NOT NULL,
	"signing_key" "bytea" NOT NULL,
	"signing_key_id" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_kem_key_id_unique" UNIQUE("kem_key_id"),
	CONSTRAINT "accounts_signing_key_id_unique" UNIQUE("signing_key_id"),
	CONSTRAINT "accounts_kem_key_id_length" CHECK (octet_length("accounts"."kem_key_id") = 32),
	CONSTRAINT "accounts_signing_key_id_length" CHECK (octet_length("accounts"."signing_key_id") = 32),
	CONSTRAINT "accounts_one_person" CHECK ((kind = 'citizen' and citizen_id = id and tenant_id is null)
        or (kind = 'official' and citizen_id is null and tenant_id is not null))
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "vault_slots" (
	"account_id" uuid NOT NULL,
	"slot_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"header" "bytea" NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vault_slots_account_id_slot_id_pk" PRIMARY KEY("account_id","slot_id"),
	CONSTRAINT "vault_slots_kind" CHECK (kind ~ '^[a-z-]{1,20}$')
);
--> statement-breakpoint
ALTER TABLE "vault_slots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "vaults" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"vault" "bytea" NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "vaults" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_intake" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"type" text NOT NULL,
	"case_id" uuid,
	"object_id" uuid,
	"correlation_id" text,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_intake_actor_kind" CHECK ("audit_intake"."actor_kind" in ('citizen', 'official', 'system')),
	CONSTRAINT "audit_intake_type" CHECK (type ~ '^[a-z]+[.][a-z-]+$'),
	CONSTRAINT "audit_intake_actor" CHECK ((actor_kind = 'system') = (actor_id is null))
);
--> statement-breakpoint
ALTER TABLE "audit_intake" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"citizen_id" uuid NOT NULL,
	"role" smallint NOT NULL,
	"recipient_key_id" "bytea" NOT NULL,
	"generation" integer NOT NULL,
	"envelope" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "case_grants_recipient" UNIQUE("case_id","generation","recipient_key_id"),
	CONSTRAINT "case_grants_recipient_key_id_length" CHECK (octet_length("case_grants"."recipient_key_id") = 32)
);
--> statement-breakpoint
ALTER TABLE "case_grants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"citizen_id" uuid NOT NULL,
	"reference" text,
	"service_key" text NOT NULL,
	"postal_code" text NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"assigned_official_id" uuid,
	"scope_id" "bytea" NOT NULL,
	"key_generation" integer NOT NULL,
	"routing" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"received_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "cases_reference_unique" UNIQUE("reference"),
	CONSTRAINT "cases_scope_id_unique" UNIQUE("scope_id"),
	CONSTRAINT "cases_scope" UNIQUE("tenant_id","citizen_id","id"),
	CONSTRAINT "cases_state" CHECK ("cases"."state" in ('DRAFT', 'RECEIVED', 'ROUTED', 'ASSIGNED', 'IN_PROGRESS')),
	CONSTRAINT "cases_scope_id_length" CHECK (octet_length("cases"."scope_id") = 16),
	CONSTRAINT "cases_postal_code" CHECK (postal_code ~ '^[0-9]{5}$'),
	CONSTRAINT "cases_received" CHECK ((state = 'DRAFT') = (received_at is null) and (state = 'DRAFT') = (reference is null))
);
--> statement-breakpoint
ALTER TABLE "cases" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "receipts" (
	"case_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"citizen_id" uuid NOT NULL,
	"payload" "bytea" NOT NULL,
	"signature" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "receipts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "change_heads" (
	"scope_kind" text NOT NULL,
	"scope_id" uuid NOT NULL,
	"tenant_id" uuid,
	"last_sequence" bigint NOT NULL,
	CONSTRAINT "change_heads_scope_kind_scope_id_pk" PRIMARY KEY("scope_kind","scope_id"),
	CONSTRAINT "change_heads_scope_kind" CHECK ("change_heads"."scope_kind" in ('citizen', 'unit'))
);
--> statement-breakpoint
ALTER TABLE "change_heads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "changes" (
	"scope_kind" text NOT NULL,
	"scope_id" uuid NOT NULL,
	"tenant_id" uuid,
	"citizen_id" uuid,
	"sequence" bigint NOT NULL,
	"kind" text NOT NULL,
	"case_id" uuid NOT NULL,
	"subject_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "changes_scope_kind_scope_id_sequence_pk" PRIMARY KEY("scope_kind","scope_id","sequence"),
	CONSTRAINT "changes_scope_kind" CHECK ("changes"."scope_kind" in ('citizen', 'unit')),
	CONSTRAINT "changes_kind" CHECK (kind ~ '^[a-z]+[.][a-z-]+$')
);
--> statement-breakpoint
ALTER TABLE "changes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "routing_rule_sets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "routing_rule_sets_tenant_version" UNIQUE("tenant_id","version"),
	CONSTRAINT "routing_rule_sets_hash_length" CHECK (octet_length("routing_rule_sets"."hash") = 32)
);
--> statement-breakpoint
ALTER TABLE "routing_rule_sets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "services" (
	"key" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"evidence" jsonb NOT NULL,
	"needs_level" text NOT NULL,
	CONSTRAINT "services_slug_unique" UNIQUE("slug"),
	CONSTRAINT "services_needs_level" CHECK ("services"."needs_level" in ('low', 'substantial', 'high'))
);
--> statement-breakpoint
ALTER TABLE "services" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "statements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"unit_id" uuid,
	"epoch" integer,
	"sequence" integer NOT NULL,
	"payload" "bytea" NOT NULL,
	"signature" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "statements_sequence" UNIQUE NULLS NOT DISTINCT("tenant_id","kind","unit_id","epoch","sequence"),
	CONSTRAINT "statements_kind" CHECK ("statements"."kind" in ('authority', 'unit-key', 'members', 'receipt-key'))
);
--> statement-breakpoint
ALTER TABLE "statements" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tenants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tenants_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "tenants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "units_tenant_slug" UNIQUE("tenant_id","slug"),
	CONSTRAINT "units_tenant_id" UNIQUE("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "units" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"citizen_id" uuid NOT NULL,
	"sender_kind" text NOT NULL,
	"state" text NOT NULL,
	"header" "bytea" NOT NULL,
	"floe_header" "bytea" NOT NULL,
	"seal" "bytea",
	"body_length" bigint NOT NULL,
	"blob_key" text NOT NULL,
	"blob_upload" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"stored_at" timestamp (3) with time zone,
	"verified_at" timestamp (3) with time zone,
	CONSTRAINT "documents_blob_key_unique" UNIQUE("blob_key"),
	CONSTRAINT "documents_scope" UNIQUE("tenant_id","citizen_id","sender_kind","id"),
	CONSTRAINT "documents_sender_kind" CHECK ("documents"."sender_kind" in ('citizen', 'official')),
	CONSTRAINT "documents_state" CHECK ("documents"."state" in ('PENDING', 'STORED')),
	CONSTRAINT "documents_body_length" CHECK (body_length > 0),
	CONSTRAINT "documents_stored" CHECK ((state = 'STORED') = (stored_at is not null) and (state = 'STORED') = (seal is not null))
);
--> statement-breakpoint
ALTER TABLE "documents" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "upload_parts" (
	"document_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"tenant_id" uuid NOT NULL,
	"citizen_id" uuid NOT NULL,
	"sender_kind" text NOT NULL,
	"tag" text NOT NULL,
	"digests" "bytea" NOT NULL,
	"size" integer NOT NULL,
	CONSTRAINT "upload_parts_document_id_part_pk" PRIMARY KEY("document_id","part")
);
--> statement-breakpoint
ALTER TABLE "upload_parts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"thread_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"citizen_id" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	"sender_kind" text NOT NULL,
	"header" "bytea" NOT NULL,
	"floe_header" "bytea" NOT NULL,
	"seal" "bytea" NOT NULL,
	"body" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "messages_thread_sequence" UNIQUE("thread_id","sequence"),
	CONSTRAINT "messages_sender_kind" CHECK ("messages"."sender_kind" in ('citizen', 'official'))
);
--> statement-breakpoint
ALTER TABLE "messages" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "threads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"citizen_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"last_sequence" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "threads_scope" UNIQUE("tenant_id","citizen_id","case_id","id"),
	CONSTRAINT "threads_kind" CHECK ("threads"."kind" in ('CHAT', 'CALLBACK', 'APPOINTMENT'))
);
--> statement-breakpoint
ALTER TABLE "threads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "citizens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "citizens_subject_hash_unique" UNIQUE("subject_hash"),
	CONSTRAINT "citizens_subject_hash_length" CHECK (octet_length("citizens"."subject_hash") = 32)
);
--> statement-breakpoint
ALTER TABLE "citizens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "officials" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"subject_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "officials_subject_hash_unique" UNIQUE("subject_hash"),
	CONSTRAINT "officials_tenant_id" UNIQUE("tenant_id","id"),
	CONSTRAINT "officials_subject_hash_length" CHECK (octet_length("officials"."subject_hash") = 32)
);
--> statement-breakpoint
ALTER TABLE "officials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_members" (
	"tenant_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"official_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "unit_members_tenant_id_unit_id_official_id_pk" PRIMARY KEY("tenant_id","unit_id","official_id"),
	CONSTRAINT "unit_members_role" CHECK ("unit_members"."role" in ('official', 'lead'))
);
--> statement-breakpoint
ALTER TABLE "unit_members" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_seed_grants" (
	"tenant_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"official_id" uuid NOT NULL,
	"recipient_key_id" "bytea" NOT NULL,
	"envelope" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unit_seed_grants_unit_id_epoch_official_id_pk" PRIMARY KEY("unit_id","epoch","official_id"),
	CONSTRAINT "unit_seed_grants_recipient_key_id_length" CHECK (octet_length("unit_seed_grants"."recipient_key_id") = 32)
);
--> statement-breakpoint
ALTER TABLE "unit_seed_grants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"citizen_id" uuid,
	"official_id" uuid,
	"tenant_id" uuid,
	"assurance" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "sessions_assurance" CHECK ("sessions"."assurance" in ('low', 'substantial', 'high')),
	CONSTRAINT "sessions_one_person" CHECK ((kind = 'citizen' and citizen_id is not null and official_id is null and tenant_id is null)
        or (kind = 'official' and citizen_id is null and official_id is not null and tenant_id is not null))
);
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vault_slots" ADD CONSTRAINT "vault_slots_account_id_vaults_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."vaults"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vaults" ADD CONSTRAINT "vaults_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_grants" ADD CONSTRAINT "case_grants_case" FOREIGN KEY ("tenant_id","citizen_id","case_id") REFERENCES "public"."cases"("tenant_id","citizen_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_service_key_services_key_fk" FOREIGN KEY ("service_key") REFERENCES "public"."services"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_unit" FOREIGN KEY ("tenant_id","unit_id") REFERENCES "public"."units"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "cases_assignee" FOREIGN KEY ("tenant_id","assigned_official_id") REFERENCES "public"."officials"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_case" FOREIGN KEY ("tenant_id","citizen_id","case_id") REFERENCES "public"."cases"("tenant_id","citizen_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "routing_rule_sets" ADD CONSTRAINT "routing_rule_sets_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_unit" FOREIGN KEY ("tenant_id","unit_id") REFERENCES "public"."units"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_case" FOREIGN KEY ("tenant_id","citizen_id","case_id") REFERENCES "public"."cases"("tenant_id","citizen_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_parts" ADD CONSTRAINT "upload_parts_document" FOREIGN KEY ("tenant_id","citizen_id","sender_kind","document_id") REFERENCES "public"."documents"("tenant_id","citizen_id","sender_kind","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_thread" FOREIGN KEY ("tenant_id","citizen_id","case_id","thread_id") REFERENCES "public"."threads"("tenant_id","citizen_id","case_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_case" FOREIGN KEY ("tenant_id","citizen_id","case_id") REFERENCES "public"."cases"("tenant_id","citizen_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officials" ADD CONSTRAINT "officials_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_members" ADD CONSTRAINT "unit_members_unit" FOREIGN KEY ("tenant_id","unit_id") REFERENCES "public"."units"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_members" ADD CONSTRAINT "unit_members_official" FOREIGN KEY ("tenant_id","official_id") REFERENCES "public"."officials"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_seed_grants" ADD CONSTRAINT "unit_seed_grants_member" FOREIGN KEY ("tenant_id","unit_id","official_id") REFERENCES "public"."unit_members"("tenant_id","unit_id","official_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_official" FOREIGN KEY ("tenant_id","official_id") REFERENCES "public"."officials"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "accounts_tenant" ON "accounts" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "accounts_citizen" ON "accounts" USING btree ("citizen_id");--> statement-breakpoint
CREATE INDEX "audit_intake_tenant" ON "audit_intake" USING btree ("tenant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "case_grants_tenant_case" ON "case_grants" USING btree ("tenant_id","case_id");--> statement-breakpoint
CREATE INDEX "cases_inbox" ON "cases" USING btree ("tenant_id","unit_id","received_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "cases_of_citizen" ON "cases" USING btree ("citizen_id","updated_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "receipts_tenant_case" ON "receipts" USING btree ("tenant_id","case_id");--> statement-breakpoint
CREATE INDEX "changes_tenant" ON "changes" USING btree ("tenant_id","scope_id","sequence");--> statement-breakpoint
CREATE INDEX "documents_tenant_case" ON "documents" USING btree ("tenant_id","case_id","created_at");--> statement-breakpoint
CREATE INDEX "documents_citizen_case" ON "documents" USING btree ("citizen_id","case_id","created_at");--> statement-breakpoint
CREATE INDEX "messages_tenant_case" ON "messages" USING btree ("tenant_id","case_id");--> statement-breakpoint
CREATE INDEX "threads_citizen_case" ON "threads" USING btree ("citizen_id","case_id");--> statement-breakpoint
CREATE INDEX "unit_members_official" ON "unit_members" USING btree ("tenant_id","official_id");--> statement-breakpoint
CREATE INDEX "unit_seed_grants_official" ON "unit_seed_grants" USING btree ("tenant_id","official_id");--> statement-breakpoint
CREATE INDEX "sessions_tenant_official" ON "sessions" USING btree ("tenant_id","official_id");--> statement-breakpoint
CREATE INDEX "sessions_citizen" ON "sessions" USING btree ("citizen_id");--> statement-breakpoint
CREATE POLICY "accounts_read" ON "accounts" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid or (citizen_id is not null and exists (
          select 1 from cases where cases.citizen_id = accounts.citizen_id and cases.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid)) else id = nullif(current_setting('app.account', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "accounts_add_by_citizen" ON "accounts" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (id = nullif(current_setting('app.account', true), '')::uuid and citizen_id = nullif(current_setting('app.citizen', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "accounts_add_by_official" ON "accounts" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (id = nullif(current_setting('app.account', true), '')::uuid and tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (
        select 1 from officials where officials.id = accounts.id and officials.removed_at is null));--> statement-breakpoint
CREATE POLICY "vault_slots_read_own" ON "vault_slots" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (account_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "vault_slots_add_own" ON "vault_slots" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (account_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "vault_slots_remove_own" ON "vault_slots" AS PERMISSIVE FOR DELETE TO "dvd_app" USING (account_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "vaults_read_own" ON "vaults" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (account_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "vaults_add_own" ON "vaults" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (account_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "vaults_change_own" ON "vaults" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (account_id = nullif(current_setting('app.account', true), '')::uuid) WITH CHECK (account_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_intake_add_by_tenant" ON "audit_intake" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and (actor_kind = 'system' or (actor_kind = 'official' and actor_id = nullif(current_setting('app.account', true), '')::uuid)));--> statement-breakpoint
CREATE POLICY "audit_intake_add_by_citizen" ON "audit_intake" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (nullif(current_setting('app.citizen', true), '')::uuid is not null
        and (actor_kind = 'system' or (actor_kind = 'citizen' and actor_id = nullif(current_setting('app.citizen', true), '')::uuid))
        and (tenant_id is null or exists (
          select 1 from cases where cases.id = audit_intake.case_id and cases.tenant_id = audit_intake.tenant_id)));--> statement-breakpoint
CREATE POLICY "audit_intake_identity_insert" ON "audit_intake" AS PERMISSIVE FOR INSERT TO "dvd_identity" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "case_grants_read" ON "case_grants" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "case_grants".case_id) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "case_grants_add" ON "case_grants" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "case_grants".case_id) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "cases_read" ON "cases" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and state <> 'DRAFT' else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "cases_change" ON "cases" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and state <> 'DRAFT' else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end) WITH CHECK (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and state <> 'DRAFT' else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "cases_add_draft_by_citizen" ON "cases" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and state = 'DRAFT');--> statement-breakpoint
CREATE POLICY "cases_remove_draft_by_citizen" ON "cases" AS PERMISSIVE FOR DELETE TO "dvd_app" USING (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and state = 'DRAFT');--> statement-breakpoint
CREATE POLICY "cases_identity_select" ON "cases" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "receipts_read" ON "receipts" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "receipts_add_by_citizen" ON "receipts" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "change_heads_read" ON "change_heads" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then scope_kind = 'unit' and tenant_id = nullif(current_setting('app.tenant', true), '')::uuid else scope_kind = 'citizen' and scope_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "change_heads_identity_select" ON "change_heads" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "change_heads_identity_insert" ON "change_heads" AS PERMISSIVE FOR INSERT TO "dvd_identity" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "change_heads_identity_update" ON "change_heads" AS PERMISSIVE FOR UPDATE TO "dvd_identity" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "changes_read" ON "changes" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then scope_kind = 'unit' and tenant_id = nullif(current_setting('app.tenant', true), '')::uuid else scope_kind = 'citizen' and scope_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "changes_identity_insert" ON "changes" AS PERMISSIVE FOR INSERT TO "dvd_identity" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "routing_rule_sets_read_by_all" ON "routing_rule_sets" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (true);--> statement-breakpoint
CREATE POLICY "routing_rule_sets_maintained_by_owner" ON "routing_rule_sets" AS PERMISSIVE FOR ALL TO "dvd_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "services_read_by_all" ON "services" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (true);--> statement-breakpoint
CREATE POLICY "services_maintained_by_owner" ON "services" AS PERMISSIVE FOR ALL TO "dvd_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "statements_read_by_all" ON "statements" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (true);--> statement-breakpoint
CREATE POLICY "statements_maintained_by_owner" ON "statements" AS PERMISSIVE FOR ALL TO "dvd_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenants_read_by_all" ON "tenants" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (true);--> statement-breakpoint
CREATE POLICY "tenants_maintained_by_owner" ON "tenants" AS PERMISSIVE FOR ALL TO "dvd_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "units_read_by_all" ON "units" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (true);--> statement-breakpoint
CREATE POLICY "units_maintained_by_owner" ON "units" AS PERMISSIVE FOR ALL TO "dvd_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "documents_read" ON "documents" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and (state = 'STORED' or sender_kind = 'official') and exists (select 1 from cases where cases.id = "documents".case_id) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and (state = 'STORED' or sender_kind = 'citizen') end);--> statement-breakpoint
CREATE POLICY "documents_add" ON "documents" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and sender_kind = 'official' and exists (select 1 from cases where cases.id = "documents".case_id) and state = 'PENDING' else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and sender_kind = 'citizen' and state = 'PENDING' end);--> statement-breakpoint
CREATE POLICY "documents_change" ON "documents" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and sender_kind = 'official' and exists (select 1 from cases where cases.id = "documents".case_id) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and sender_kind = 'citizen' end) WITH CHECK (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and sender_kind = 'official' and exists (select 1 from cases where cases.id = "documents".case_id) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and sender_kind = 'citizen' end);--> statement-breakpoint
CREATE POLICY "upload_parts_read" ON "upload_parts" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and sender_kind = 'official' else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and sender_kind = 'citizen' end);--> statement-breakpoint
CREATE POLICY "upload_parts_add" ON "upload_parts" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and sender_kind = 'official' else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and sender_kind = 'citizen' end);--> statement-breakpoint
CREATE POLICY "upload_parts_change" ON "upload_parts" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and sender_kind = 'official' else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and sender_kind = 'citizen' end) WITH CHECK (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and sender_kind = 'official' else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and sender_kind = 'citizen' end);--> statement-breakpoint
CREATE POLICY "upload_parts_remove" ON "upload_parts" AS PERMISSIVE FOR DELETE TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and sender_kind = 'official' else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and sender_kind = 'citizen' end);--> statement-breakpoint
CREATE POLICY "messages_read" ON "messages" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "messages".case_id) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "messages_add" ON "messages" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "messages".case_id) and sender_kind = 'official' else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and sender_kind = 'citizen' end);--> statement-breakpoint
CREATE POLICY "threads_read" ON "threads" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "threads".case_id) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "threads_add" ON "threads" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "threads".case_id) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "threads_change" ON "threads" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "threads".case_id) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end) WITH CHECK (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "threads".case_id) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "citizens_read_self" ON "citizens" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (id = nullif(current_setting('app.citizen', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "citizens_identity_select" ON "citizens" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "citizens_identity_insert" ON "citizens" AS PERMISSIVE FOR INSERT TO "dvd_identity" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "officials_read_by_tenant" ON "officials" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "officials_identity_select" ON "officials" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "officials_maintained_by_owner" ON "officials" AS PERMISSIVE FOR ALL TO "dvd_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_members_read_by_tenant" ON "unit_members" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_members_identity_select" ON "unit_members" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "unit_members_maintained_by_owner" ON "unit_members" AS PERMISSIVE FOR ALL TO "dvd_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_seed_grants_read_by_tenant" ON "unit_seed_grants" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_seed_grants_add_by_tenant" ON "unit_seed_grants" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "sessions_identity_select" ON "sessions" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "sessions_identity_insert" ON "sessions" AS PERMISSIVE FOR INSERT TO "dvd_identity" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sessions_identity_update" ON "sessions" AS PERMISSIVE FOR UPDATE TO "dvd_identity" USING (true) WITH CHECK (true);
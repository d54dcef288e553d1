CREATE TABLE "account_renewals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"citizen_id" uuid NOT NULL,
	"kem_public_key" "bytea" NOT NULL,
	"kem_key_id" "bytea" NOT NULL,
	"signing_key" "bytea" NOT NULL,
	"signing_key_id" "bytea" NOT NULL,
	"former_kem_public_key" "bytea" NOT NULL,
	"former_kem_key_id" "bytea" NOT NULL,
	"former_signing_key" "bytea" NOT NULL,
	"former_signing_key_id" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"objected_at" timestamp (3) with time zone,
	"objection_payload" "bytea",
	"objection_signature" "bytea",
	CONSTRAINT "account_renewals_kem_key_id_unique" UNIQUE("kem_key_id"),
	CONSTRAINT "account_renewals_signing_key_id_unique" UNIQUE("signing_key_id"),
	CONSTRAINT "account_renewals_kem_key_id_length" CHECK (octet_length("account_renewals"."kem_key_id") = 32),
	CONSTRAINT "account_renewals_signing_key_id_length" CHECK (octet_length("account_renewals"."signing_key_id") = 32),
	CONSTRAINT "account_renewals_former_kem_key_id_length" CHECK (octet_length("account_renewals"."former_kem_key_id") = 32),
	CONSTRAINT "account_renewals_former_signing_key_id_length" CHECK (octet_length("account_renewals"."former_signing_key_id") = 32),
	CONSTRAINT "account_renewals_objection" CHECK (objection_payload is null or objected_at is not null)
);
--> statement-breakpoint
ALTER TABLE "account_renewals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "aside_vaults" (
	"renewal_id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"vault" "bytea" NOT NULL,
	"slots" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "aside_vaults" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "copy_requests" (
	"renewal_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"citizen_id" uuid NOT NULL,
	"state" text DEFAULT 'OPEN' NOT NULL,
	"reason" text,
	"attestation_payload" "bytea",
	"attestation_signature" "bytea",
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "copy_requests_renewal_id_case_id_pk" PRIMARY KEY("renewal_id","case_id"),
	CONSTRAINT "copy_requests_state" CHECK ("copy_requests"."state" in ('OPEN', 'GRANTED', 'REFUSED', 'OBJECTED')),
	CONSTRAINT "copy_requests_reason" CHECK ("copy_requests"."reason" in ('not-the-person', 'digits-differ', 'nobody-came')),
	CONSTRAINT "copy_requests_refused" CHECK ((state = 'REFUSED') = (reason is not null)),
	CONSTRAINT "copy_requests_granted" CHECK (state <> 'GRANTED' or attestation_payload is not null)
);
--> statement-breakpoint
ALTER TABLE "copy_requests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account_renewals" ADD CONSTRAINT "account_renewals_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aside_vaults" ADD CONSTRAINT "aside_vaults_renewal_id_account_renewals_id_fk" FOREIGN KEY ("renewal_id") REFERENCES "public"."account_renewals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copy_requests" ADD CONSTRAINT "copy_requests_renewal_id_account_renewals_id_fk" FOREIGN KEY ("renewal_id") REFERENCES "public"."account_renewals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copy_requests" ADD CONSTRAINT "copy_requests_case" FOREIGN KEY ("tenant_id","citizen_id","case_id") REFERENCES "public"."cases"("tenant_id","citizen_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_renewals_citizen" ON "account_renewals" USING btree ("citizen_id","created_at");--> statement-breakpoint
CREATE INDEX "account_renewals_former_signing_key" ON "account_renewals" USING btree ("former_signing_key_id");--> statement-breakpoint
CREATE INDEX "aside_vaults_account" ON "aside_vaults" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "copy_requests_case" ON "copy_requests" USING btree ("case_id","created_at");--> statement-breakpoint
CREATE INDEX "copy_requests_tenant_case" ON "copy_requests" USING btree ("tenant_id","case_id");--> statement-breakpoint
CREATE INDEX "copy_requests_citizen" ON "copy_requests" USING btree ("citizen_id");--> statement-breakpoint
CREATE POLICY "accounts_renew_by_citizen" ON "accounts" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (id = nullif(current_setting('app.account', true), '')::uuid and citizen_id = nullif(current_setting('app.citizen', true), '')::uuid) WITH CHECK (id = nullif(current_setting('app.account', true), '')::uuid and citizen_id = nullif(current_setting('app.citizen', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "account_renewals_read" ON "account_renewals" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then exists (select 1 from cases
          where cases.citizen_id = account_renewals.citizen_id and cases.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "account_renewals_add_by_citizen" ON "account_renewals" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "account_renewals_change_by_citizen" ON "account_renewals" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid) WITH CHECK (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "aside_vaults_read_own" ON "aside_vaults" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (account_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "aside_vaults_add_own" ON "aside_vaults" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (account_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "aside_vaults_change_own" ON "aside_vaults" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (account_id = nullif(current_setting('app.account', true), '')::uuid) WITH CHECK (account_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "copy_requests_read" ON "copy_requests" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "copy_requests".case_id) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "copy_requests_add_by_citizen" ON "copy_requests" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and state = 'OPEN');--> statement-breakpoint
CREATE POLICY "copy_requests_change" ON "copy_requests" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "copy_requests".case_id) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end) WITH CHECK (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "copy_requests".case_id) and state <> 'OBJECTED' else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and state = 'OBJECTED' end);
CREATE TABLE "unit_back_links" (
	"tenant_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"from_epoch" integer NOT NULL,
	"epoch" integer NOT NULL,
	"envelope" "bytea" NOT NULL,
	CONSTRAINT "unit_back_links_unit_id_from_epoch_epoch_pk" PRIMARY KEY("unit_id","from_epoch","epoch"),
	CONSTRAINT "unit_back_links_backwards" CHECK (epoch < from_epoch)
);
--> statement-breakpoint
ALTER TABLE "unit_back_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_key_proposal_grants" (
	"tenant_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"official_id" uuid NOT NULL,
	"recipient_key_id" "bytea" NOT NULL,
	"envelope" "bytea" NOT NULL,
	CONSTRAINT "unit_key_proposal_grants_unit_id_official_id_pk" PRIMARY KEY("unit_id","official_id"),
	CONSTRAINT "unit_key_proposal_grants_recipient_key_id_length" CHECK (octet_length("unit_key_proposal_grants"."recipient_key_id") = 32)
);
--> statement-breakpoint
ALTER TABLE "unit_key_proposal_grants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unit_key_proposals" (
	"tenant_id" uuid NOT NULL,
	"unit_id" uuid PRIMARY KEY NOT NULL,
	"epoch" integer NOT NULL,
	"public_key" "bytea" NOT NULL,
	"proposed_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unit_key_proposals_epoch" CHECK (epoch > 1),
	CONSTRAINT "unit_key_proposals_public_key_length" CHECK (octet_length("unit_key_proposals"."public_key") = 1665)
);
--> statement-breakpoint
ALTER TABLE "unit_key_proposals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "unit_back_links" ADD CONSTRAINT "unit_back_links_unit" FOREIGN KEY ("tenant_id","unit_id") REFERENCES "public"."units"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_key_proposal_grants" ADD CONSTRAINT "unit_key_proposal_grants_unit_id_unit_key_proposals_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit_key_proposals"("unit_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_key_proposal_grants" ADD CONSTRAINT "unit_key_proposal_grants_member" FOREIGN KEY ("tenant_id","unit_id","official_id") REFERENCES "public"."unit_members"("tenant_id","unit_id","official_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_key_proposals" ADD CONSTRAINT "unit_key_proposals_unit" FOREIGN KEY ("tenant_id","unit_id") REFERENCES "public"."units"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_key_proposals" ADD CONSTRAINT "unit_key_proposals_official" FOREIGN KEY ("tenant_id","proposed_by") REFERENCES "public"."officials"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "case_grants_remove_by_tenant" ON "case_grants" AS PERMISSIVE FOR DELETE TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "case_grants".case_id) and not exists (
  select 1 from recusals where recusals.case_id = case_grants.case_id and recusals.official_id = nullif(current_setting('app.account', true), '')::uuid) and role = 2 else false end);--> statement-breakpoint
CREATE POLICY "unit_seed_grants_maintained_by_owner" ON "unit_seed_grants" AS PERMISSIVE FOR ALL TO "dvd_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_back_links_read_by_tenant" ON "unit_back_links" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_back_links_add_by_tenant" ON "unit_back_links" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_back_links_remove_by_tenant" ON "unit_back_links" AS PERMISSIVE FOR DELETE TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_back_links_maintained_by_owner" ON "unit_back_links" AS PERMISSIVE FOR ALL TO "dvd_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_key_proposal_grants_read_by_tenant" ON "unit_key_proposal_grants" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_key_proposal_grants_add_by_tenant" ON "unit_key_proposal_grants" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_key_proposal_grants_maintained_by_owner" ON "unit_key_proposal_grants" AS PERMISSIVE FOR ALL TO "dvd_owner" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_key_proposals_read_by_tenant" ON "unit_key_proposals" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_key_proposals_add_by_proposer" ON "unit_key_proposals" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and proposed_by = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_key_proposals_remove_by_tenant" ON "unit_key_proposals" AS PERMISSIVE FOR DELETE TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_key_proposals_maintained_by_owner" ON "unit_key_proposals" AS PERMISSIVE FOR ALL TO "dvd_owner" USING (true) WITH CHECK (true);
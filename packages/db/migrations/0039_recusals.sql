CREATE TABLE "recusals" (
	"case_id" uuid NOT NULL,
	"tenant_id" uuid NOT NULL,
	"citizen_id" uuid NOT NULL,
	"official_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recusals_case_id_official_id_pk" PRIMARY KEY("case_id","official_id")
);
--> statement-breakpoint
ALTER TABLE "recusals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_case" FOREIGN KEY ("tenant_id","citizen_id","case_id") REFERENCES "public"."cases"("tenant_id","citizen_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_official" FOREIGN KEY ("tenant_id","official_id") REFERENCES "public"."officials"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recusals_tenant" ON "recusals" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE POLICY "recusals_read_by_tenant" ON "recusals" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "recusals_add_by_oneself" ON "recusals" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "recusals".case_id) and official_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "recusals_remove_by_lead_or_admin" ON "recusals" AS PERMISSIVE FOR DELETE TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and official_id <> nullif(current_setting('app.account', true), '')::uuid and (exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin') or exists (
  select 1 from unit_members held join cases on cases.tenant_id = held.tenant_id and cases.unit_id = held.unit_id
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'lead'
    and cases.id = recusals.case_id)));--> statement-breakpoint
ALTER POLICY "case_grants_read" ON "case_grants" TO dvd_app USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "case_grants".case_id) and not exists (
  select 1 from recusals where recusals.case_id = case_grants.case_id and recusals.official_id = nullif(current_setting('app.account', true), '')::uuid) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end);--> statement-breakpoint
ALTER POLICY "case_grants_add" ON "case_grants" TO dvd_app WITH CHECK (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "case_grants".case_id) and not exists (
  select 1 from recusals where recusals.case_id = case_grants.case_id and recusals.official_id = nullif(current_setting('app.account', true), '')::uuid) else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid end);
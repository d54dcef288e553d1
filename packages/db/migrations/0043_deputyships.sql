CREATE TABLE "deputyships" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"official_id" uuid NOT NULL,
	"deputy_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deputyships_of_another" CHECK (official_id <> deputy_id),
	CONSTRAINT "deputyships_days" CHECK (ends_on - starts_on between 0 and 91)
);
--> statement-breakpoint
ALTER TABLE "deputyships" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_events" ADD COLUMN "acting_for_id" uuid;--> statement-breakpoint
ALTER TABLE "deputyships" ADD CONSTRAINT "deputyships_official" FOREIGN KEY ("tenant_id","official_id") REFERENCES "public"."officials"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deputyships" ADD CONSTRAINT "deputyships_deputy" FOREIGN KEY ("tenant_id","deputy_id") REFERENCES "public"."officials"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deputyships_deputy" ON "deputyships" USING btree ("tenant_id","deputy_id");--> statement-breakpoint
CREATE INDEX "deputyships_official" ON "deputyships" USING btree ("tenant_id","official_id");--> statement-breakpoint
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_acting_for" FOREIGN KEY ("tenant_id","acting_for_id") REFERENCES "public"."officials"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "deputyships_read_by_tenant" ON "deputyships" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "deputyships_add_by_oneself" ON "deputyships" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and official_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "deputyships_remove_by_oneself_or_admin" ON "deputyships" AS PERMISSIVE FOR DELETE TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and (official_id = nullif(current_setting('app.account', true), '')::uuid or exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin')));--> statement-breakpoint
CREATE POLICY "deputyships_identity_select" ON "deputyships" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
ALTER POLICY "case_events_add" ON "case_events" TO dvd_app WITH CHECK (case when nullif(current_setting('app.tenant', true), '')::uuid is not null then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (select 1 from cases where cases.id = "case_events".case_id) and actor = 'official' else citizen_id = nullif(current_setting('app.citizen', true), '')::uuid and actor = 'citizen' and acting_for_id is null end);
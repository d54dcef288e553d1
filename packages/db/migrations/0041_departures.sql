CREATE TABLE "unit_departures" (
	"tenant_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"official_id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"left_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unit_departures_tenant_id_unit_id_official_id_epoch_pk" PRIMARY KEY("tenant_id","unit_id","official_id","epoch")
);
--> statement-breakpoint
ALTER TABLE "unit_departures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "officials" DROP CONSTRAINT "officials_subject_hash_unique";--> statement-breakpoint
ALTER TABLE "unit_departures" ADD CONSTRAINT "unit_departures_unit" FOREIGN KEY ("tenant_id","unit_id") REFERENCES "public"."units"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_departures" ADD CONSTRAINT "unit_departures_official" FOREIGN KEY ("tenant_id","official_id") REFERENCES "public"."officials"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "officials_subject_hash" ON "officials" USING btree ("subject_hash") WHERE removed_at is null;--> statement-breakpoint
CREATE POLICY "officials_remove_by_admin" ON "officials" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin') and id <> nullif(current_setting('app.account', true), '')::uuid and removed_at is null) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin') and id <> nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_departures_read_by_tenant" ON "unit_departures" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "unit_departures_add_by_admin" ON "unit_departures" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and official_id <> nullif(current_setting('app.account', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin'));
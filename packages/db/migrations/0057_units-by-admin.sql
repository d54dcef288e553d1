ALTER TABLE "units" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE POLICY "units_add_by_admin" ON "units" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin'));--> statement-breakpoint
CREATE POLICY "units_change_by_admin" ON "units" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin'));
ALTER TABLE "tenant_roles" DROP CONSTRAINT "tenant_roles_role";--> statement-breakpoint
ALTER TABLE "officials" ADD COLUMN "post_sign" text;--> statement-breakpoint
-- Nobody has said yet what these posts are called.
UPDATE "officials" SET "post_sign" = right("id"::text, 12);--> statement-breakpoint
ALTER TABLE "officials" ALTER COLUMN "post_sign" SET NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "officials_post_sign" ON "officials" USING btree ("tenant_id","post_sign") WHERE removed_at is null;--> statement-breakpoint
ALTER TABLE "officials" ADD CONSTRAINT "officials_post_sign_form" CHECK (post_sign ~ '^[0-9A-Za-zÄÖÜäöüß][0-9A-Za-zÄÖÜäöüß ./-]{0,19}$');--> statement-breakpoint
ALTER TABLE "tenant_roles" ADD CONSTRAINT "tenant_roles_role" CHECK ("tenant_roles"."role" in ('admin', 'auditor'));--> statement-breakpoint
CREATE POLICY "tenant_roles_add_by_admin" ON "tenant_roles" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and official_id <> nullif(current_setting('app.account', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin'));--> statement-breakpoint
CREATE POLICY "tenant_roles_remove_by_admin" ON "tenant_roles" AS PERMISSIVE FOR DELETE TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and official_id <> nullif(current_setting('app.account', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin'));--> statement-breakpoint
CREATE POLICY "unit_members_add_by_admin" ON "unit_members" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and official_id <> nullif(current_setting('app.account', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin'));--> statement-breakpoint
CREATE POLICY "unit_members_change_by_admin" ON "unit_members" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and official_id <> nullif(current_setting('app.account', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and official_id <> nullif(current_setting('app.account', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin'));--> statement-breakpoint
CREATE POLICY "unit_members_remove_by_admin" ON "unit_members" AS PERMISSIVE FOR DELETE TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and official_id <> nullif(current_setting('app.account', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin'));--> statement-breakpoint
CREATE POLICY "unit_seed_grants_remove_by_admin" ON "unit_seed_grants" AS PERMISSIVE FOR DELETE TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and official_id <> nullif(current_setting('app.account', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin'));
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"role" text NOT NULL,
	"post_sign" text NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"withdrawn_at" timestamp (3) with time zone,
	"redeemed_at" timestamp (3) with time zone,
	"redeemed_by" uuid,
	CONSTRAINT "invitations_code_hash_unique" UNIQUE("code_hash"),
	CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('official', 'lead')),
	CONSTRAINT "invitations_post_sign_form" CHECK (post_sign ~ '^[0-9A-Za-zÄÖÜäöüß][0-9A-Za-zÄÖÜäöüß ./-]{0,19}$'),
	CONSTRAINT "invitations_code_hash_length" CHECK (octet_length("invitations"."code_hash") = 32),
	CONSTRAINT "invitations_redeemed" CHECK ((redeemed_at is null) = (redeemed_by is null)),
	CONSTRAINT "invitations_one_end" CHECK (redeemed_at is null or withdrawn_at is null)
);
--> statement-breakpoint
ALTER TABLE "invitations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_unit" FOREIGN KEY ("tenant_id","unit_id") REFERENCES "public"."units"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_created_by" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."officials"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_tenant" ON "invitations" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE POLICY "officials_identity_insert" ON "officials" AS PERMISSIVE FOR INSERT TO "dvd_identity" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "unit_members_identity_insert" ON "unit_members" AS PERMISSIVE FOR INSERT TO "dvd_identity" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "invitations_read_by_admin" ON "invitations" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin'));--> statement-breakpoint
CREATE POLICY "invitations_add_by_admin" ON "invitations" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin') and created_by = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "invitations_withdraw_by_admin" ON "invitations" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin')) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin'));--> statement-breakpoint
CREATE POLICY "invitations_identity_select" ON "invitations" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "invitations_identity_update" ON "invitations" AS PERMISSIVE FOR UPDATE TO "dvd_identity" USING (true) WITH CHECK (true);
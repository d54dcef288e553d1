CREATE TABLE "collector_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"tail" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	"used_on" date,
	"read_from" bigint,
	"refused_on" date,
	CONSTRAINT "collector_tokens_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "collector_tokens_token_hash_length" CHECK (octet_length("collector_tokens"."token_hash") = 32),
	CONSTRAINT "collector_tokens_tail_form" CHECK (tail ~ '^[0-9a-f]{4}$'),
	CONSTRAINT "collector_tokens_days" CHECK (expires_at > created_at and expires_at - created_at <= interval '365 days'),
	CONSTRAINT "collector_tokens_used" CHECK ((used_on is null) = (read_from is null))
);
--> statement-breakpoint
ALTER TABLE "collector_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "collector_tokens" ADD CONSTRAINT "collector_tokens_created_by" FOREIGN KEY ("tenant_id","created_by") REFERENCES "public"."officials"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "collector_tokens_tenant" ON "collector_tokens" USING btree ("tenant_id","created_at");--> statement-breakpoint
CREATE POLICY "audit_chain_read_by_worker" ON "audit_chain" AS PERMISSIVE FOR SELECT TO "dvd_worker" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_intake_add_by_collector" ON "audit_intake" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (actor_kind = 'system' and tenant_id = (select tenant_id from collector_tokens where id = nullif(current_setting('app.collector', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "collector_tokens_read" ON "collector_tokens" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null
  then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and (exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'auditor') or exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin')) else id = nullif(current_setting('app.collector', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "collector_tokens_add_by_auditor" ON "collector_tokens" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'auditor') and created_by = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "collector_tokens_change" ON "collector_tokens" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (case when nullif(current_setting('app.tenant', true), '')::uuid is not null
  then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and (exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'auditor') or exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin')) else id = nullif(current_setting('app.collector', true), '')::uuid end) WITH CHECK (case when nullif(current_setting('app.tenant', true), '')::uuid is not null
  then tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and (exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'auditor') or exists (
  select 1 from tenant_roles held
  where held.tenant_id = nullif(current_setting('app.tenant', true), '')::uuid and held.official_id = nullif(current_setting('app.account', true), '')::uuid and held.role = 'admin')) else id = nullif(current_setting('app.collector', true), '')::uuid end);--> statement-breakpoint
CREATE POLICY "collector_tokens_identity_select" ON "collector_tokens" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
ALTER POLICY "audit_chain_read_by_tenant" ON "audit_chain" TO dvd_app USING (tenant_id = coalesce(nullif(current_setting('app.tenant', true), '')::uuid, (
  select tenant_id from collector_tokens
  where id = nullif(current_setting('app.collector', true), '')::uuid and revoked_at is null and expires_at > now())));
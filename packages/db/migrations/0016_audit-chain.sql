CREATE TABLE "audit_chain" (
	"tenant_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"record" text NOT NULL,
	"link" "bytea" NOT NULL,
	"at" text GENERATED ALWAYS AS (((record::jsonb) ->> 'at')) STORED NOT NULL,
	"type" text GENERATED ALWAYS AS (((record::jsonb) ->> 'type')) STORED NOT NULL,
	"actor_id" text GENERATED ALWAYS AS (((record::jsonb) ->> 'actorId')) STORED,
	"case_id" text GENERATED ALWAYS AS (((record::jsonb) ->> 'caseId')) STORED,
	CONSTRAINT "audit_chain_tenant_id_seq_pk" PRIMARY KEY("tenant_id","seq"),
	CONSTRAINT "audit_chain_seq" CHECK (seq > 0),
	CONSTRAINT "audit_chain_link_length" CHECK (octet_length("audit_chain"."link") = 32)
);
--> statement-breakpoint
ALTER TABLE "audit_chain" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_checkpoints" (
	"tenant_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"seq" bigint NOT NULL,
	"kind" text NOT NULL,
	"line" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_checkpoints_tenant_id_number_pk" PRIMARY KEY("tenant_id","number"),
	CONSTRAINT "audit_checkpoints_kind" CHECK ("audit_checkpoints"."kind" in ('CHECKPOINT', 'PRUNED'))
);
--> statement-breakpoint
ALTER TABLE "audit_checkpoints" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"tenant_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"link" "bytea" NOT NULL,
	"dropped" bigint DEFAULT 0 NOT NULL,
	"checked_at" timestamp (3) with time zone,
	"fault" text,
	"fault_seq" bigint,
	CONSTRAINT "audit_heads_link_length" CHECK (octet_length("audit_heads"."link") = 32)
);
--> statement-breakpoint
ALTER TABLE "audit_heads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tenant_roles" (
	"tenant_id" uuid NOT NULL,
	"official_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "tenant_roles_tenant_id_official_id_role_pk" PRIMARY KEY("tenant_id","official_id","role"),
	CONSTRAINT "tenant_roles_role" CHECK ("tenant_roles"."role" in ('auditor'))
);
--> statement-breakpoint
ALTER TABLE "tenant_roles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "audit_intake_tenant";--> statement-breakpoint
ALTER TABLE "tenant_roles" ADD CONSTRAINT "tenant_roles_official" FOREIGN KEY ("tenant_id","official_id") REFERENCES "public"."officials"("tenant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_chain_type" ON "audit_chain" USING btree ("tenant_id","type","seq");--> statement-breakpoint
CREATE INDEX "audit_chain_actor" ON "audit_chain" USING btree ("tenant_id","actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_chain_at" ON "audit_chain" USING btree ("tenant_id","at");--> statement-breakpoint
CREATE INDEX "audit_checkpoints_kind_seq" ON "audit_checkpoints" USING btree ("tenant_id","kind","seq");--> statement-breakpoint
CREATE INDEX "audit_intake_chain" ON "audit_intake" USING btree (coalesce(tenant_id, '00000000-0000-0000-0000-000000000000'::uuid),"created_at","id");--> statement-breakpoint
ALTER TABLE "audit_intake" ADD CONSTRAINT "audit_intake_facts_are_codes" CHECK (jsonb_typeof(payload) = 'object' and not jsonb_path_exists(payload,
        '$.* ? (@.type() != "number" && @.type() != "boolean" && !(@.type() == "string" && @ like_regex "^[A-Za-z0-9._:/+=-]{1,200}$" && !(@ like_regex "DVD-" flag "i")))'));--> statement-breakpoint
CREATE POLICY "audit_intake_kept_by_audit" ON "audit_intake" AS PERMISSIVE FOR ALL TO "dvd_audit" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_chain_read_by_tenant" ON "audit_chain" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_chain_kept_by_audit" ON "audit_chain" AS PERMISSIVE FOR ALL TO "dvd_audit" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_checkpoints_read_by_tenant" ON "audit_checkpoints" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_checkpoints_add_by_tenant" ON "audit_checkpoints" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_checkpoints_kept_by_audit" ON "audit_checkpoints" AS PERMISSIVE FOR ALL TO "dvd_audit" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "audit_heads_read_by_tenant" ON "audit_heads" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_heads_change_by_tenant" ON "audit_heads" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid) WITH CHECK (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "audit_heads_kept_by_audit" ON "audit_heads" AS PERMISSIVE FOR ALL TO "dvd_audit" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "tenant_roles_read_by_tenant" ON "tenant_roles" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (tenant_id = nullif(current_setting('app.tenant', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_roles_identity_select" ON "tenant_roles" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "tenant_roles_maintained_by_owner" ON "tenant_roles" AS PERMISSIVE FOR ALL TO "dvd_owner" USING (true) WITH CHECK (true);
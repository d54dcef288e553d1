CREATE TABLE "drafts" (
	"citizen_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "drafts_citizen_id_draft_id_pk" PRIMARY KEY("citizen_id","draft_id"),
	CONSTRAINT "drafts_version" CHECK (version >= 1)
);
--> statement-breakpoint
ALTER TABLE "drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "form_definitions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_key" text NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"hash" "bytea" NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "form_definitions_service_version" UNIQUE("service_key","version"),
	CONSTRAINT "form_definitions_version" CHECK (version >= 1),
	CONSTRAINT "form_definitions_hash_length" CHECK (octet_length("form_definitions"."hash") = 32)
);
--> statement-breakpoint
ALTER TABLE "form_definitions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_definitions" ADD CONSTRAINT "form_definitions_service_key_services_key_fk" FOREIGN KEY ("service_key") REFERENCES "public"."services"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "drafts_read_own" ON "drafts" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "drafts_add_own" ON "drafts" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "drafts_change_own" ON "drafts" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid) WITH CHECK (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "drafts_remove_own" ON "drafts" AS PERMISSIVE FOR DELETE TO "dvd_app" USING (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "form_definitions_read_by_all" ON "form_definitions" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (true);--> statement-breakpoint
CREATE POLICY "form_definitions_maintained_by_owner" ON "form_definitions" AS PERMISSIVE FOR ALL TO "dvd_owner" USING (true) WITH CHECK (true);
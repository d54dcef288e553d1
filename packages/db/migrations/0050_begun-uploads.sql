CREATE TABLE "begun_uploads" (
	"blob_key" text PRIMARY KEY NOT NULL,
	"citizen_id" uuid NOT NULL,
	"bytes" bigint NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "begun_uploads_bytes" CHECK (bytes >= 0)
);
--> statement-breakpoint
ALTER TABLE "begun_uploads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "begun_uploads" ADD CONSTRAINT "begun_uploads_citizen_id_citizens_id_fk" FOREIGN KEY ("citizen_id") REFERENCES "public"."citizens"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "begun_uploads_citizen_created" ON "begun_uploads" USING btree ("citizen_id","created_at");--> statement-breakpoint
CREATE INDEX "begun_uploads_created" ON "begun_uploads" USING btree ("created_at");--> statement-breakpoint
CREATE POLICY "begun_uploads_read_own" ON "begun_uploads" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "begun_uploads_add_own" ON "begun_uploads" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "begun_uploads_change_own" ON "begun_uploads" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid) WITH CHECK (citizen_id = nullif(current_setting('app.citizen', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "begun_uploads_identity_select" ON "begun_uploads" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "begun_uploads_identity_delete" ON "begun_uploads" AS PERMISSIVE FOR DELETE TO "dvd_identity" USING (true);
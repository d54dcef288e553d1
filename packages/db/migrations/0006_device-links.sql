CREATE TABLE "device_links" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"link_id" uuid NOT NULL,
	"public_key" "bytea" NOT NULL,
	"proof" "bytea" NOT NULL,
	"answer" "bytea",
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "device_links" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "device_links" ADD CONSTRAINT "device_links_account_id_vaults_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."vaults"("account_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "device_links_read_own" ON "device_links" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (account_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "device_links_add_own" ON "device_links" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (account_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "device_links_change_own" ON "device_links" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (account_id = nullif(current_setting('app.account', true), '')::uuid) WITH CHECK (account_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "device_links_remove_own" ON "device_links" AS PERMISSIVE FOR DELETE TO "dvd_app" USING (account_id = nullif(current_setting('app.account', true), '')::uuid);
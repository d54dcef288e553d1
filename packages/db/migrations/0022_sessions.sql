-- Who is logged in logs in again: of an older session it is not known when the person proved who they are.
TRUNCATE "sessions";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "authenticated_at" timestamp (3) with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "login_hash" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "provider_session_hash" "bytea";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "browser" text NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "system" text NOT NULL;--> statement-breakpoint
CREATE INDEX "sessions_provider_session" ON "sessions" USING btree ("provider_session_hash");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_login_hash" UNIQUE("login_hash");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_login_hash_length" CHECK (octet_length("sessions"."login_hash") = 32);--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_provider_session_hash_length" CHECK (octet_length("sessions"."provider_session_hash") = 32);--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_browser" CHECK ("sessions"."browser" in ('firefox', 'edge', 'chrome', 'safari', 'other'));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_system" CHECK ("sessions"."system" in ('android', 'ios', 'windows', 'macos', 'linux', 'other'));--> statement-breakpoint
CREATE POLICY "tenants_identity_select" ON "tenants" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);
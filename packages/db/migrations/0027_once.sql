CREATE TABLE "idempotency_keys" (
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request" "bytea" NOT NULL,
	"answer" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_account_id_key_pk" PRIMARY KEY("account_id","key"),
	CONSTRAINT "idempotency_keys_request_length" CHECK (octet_length("idempotency_keys"."request") = 32),
	CONSTRAINT "idempotency_keys_key" CHECK (key ~ '^[A-Za-z0-9_-]{16,64}$')
);
--> statement-breakpoint
ALTER TABLE "idempotency_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "spent_challenges" (
	"challenge" "bytea" PRIMARY KEY NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "spent_challenges_challenge_length" CHECK (octet_length("spent_challenges"."challenge") = 32)
);
--> statement-breakpoint
ALTER TABLE "spent_challenges" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "spent_challenges_expires" ON "spent_challenges" USING btree ("expires_at");--> statement-breakpoint
CREATE POLICY "idempotency_keys_read_own" ON "idempotency_keys" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (account_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "idempotency_keys_add_own" ON "idempotency_keys" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (account_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "idempotency_keys_change_own" ON "idempotency_keys" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (account_id = nullif(current_setting('app.account', true), '')::uuid) WITH CHECK (account_id = nullif(current_setting('app.account', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "idempotency_keys_identity_select" ON "idempotency_keys" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "idempotency_keys_identity_delete" ON "idempotency_keys" AS PERMISSIVE FOR DELETE TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "spent_challenges_identity_select" ON "spent_challenges" AS PERMISSIVE FOR SELECT TO "dvd_identity" USING (true);--> statement-breakpoint
CREATE POLICY "spent_challenges_identity_insert" ON "spent_challenges" AS PERMISSIVE FOR INSERT TO "dvd_identity" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "spent_challenges_identity_delete" ON "spent_challenges" AS PERMISSIVE FOR DELETE TO "dvd_identity" USING (true);
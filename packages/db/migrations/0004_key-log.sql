CREATE TABLE "key_log_checkpoints" (
	"size" integer PRIMARY KEY NOT NULL,
	"note" text NOT NULL,
	"witnessed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "key_log_checkpoints_size" CHECK (size > 0)
);
--> statement-breakpoint
ALTER TABLE "key_log_checkpoints" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "key_log_entries" (
	"index" integer PRIMARY KEY NOT NULL,
	"statement_id" uuid NOT NULL,
	"leaf_hash" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "key_log_entries_statement_unique" UNIQUE("statement_id"),
	CONSTRAINT "key_log_entries_index" CHECK (index >= 0),
	CONSTRAINT "key_log_entries_leaf_hash_length" CHECK (octet_length("key_log_entries"."leaf_hash") = 32)
);
--> statement-breakpoint
ALTER TABLE "key_log_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "statements" DROP CONSTRAINT "statements_kind";--> statement-breakpoint
ALTER TABLE "key_log_entries" ADD CONSTRAINT "key_log_entries_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_kind" CHECK ("statements"."kind" in ('authority', 'unit-key', 'members', 'receipt-key', 'log-policy', 'directory-head'));--> statement-breakpoint
CREATE POLICY "key_log_checkpoints_read_by_all" ON "key_log_checkpoints" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (true);--> statement-breakpoint
CREATE POLICY "key_log_checkpoints_add" ON "key_log_checkpoints" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "key_log_checkpoints_change" ON "key_log_checkpoints" AS PERMISSIVE FOR UPDATE TO "dvd_app" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "key_log_entries_read_by_all" ON "key_log_entries" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (true);--> statement-breakpoint
CREATE POLICY "key_log_entries_add" ON "key_log_entries" AS PERMISSIVE FOR INSERT TO "dvd_app" WITH CHECK (true);
ALTER TABLE "key_log_entries" ADD COLUMN "entry" text;--> statement-breakpoint
-- For a log that has entries already, as docs/key-log.md section 1 spells them. The last constraint proves each of them.
ALTER TABLE "key_log_entries" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "statements" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "key_log_entries" SET "entry" =
	'{"version":1,"authority":"' || (said ->> 'authority') || '","type":"' || (said ->> 'type')
	|| '","unit_id":' || coalesce('"' || (said ->> 'unit_id') || '"', 'null') || ',"seq":' || coalesce(said ->> 'seq', 'null')
	|| ',"statement":"' || encode(sha256(payload), 'hex') || '"}'
FROM (SELECT id, payload, convert_from(payload, 'UTF8')::json AS said FROM "statements") AS logged
WHERE logged.id = statement_id;--> statement-breakpoint
ALTER TABLE "statements" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "key_log_entries" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "key_log_entries" ALTER COLUMN "entry" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "key_log_entries" ADD CONSTRAINT "key_log_entries_leaf_hash_of_entry" CHECK (leaf_hash = sha256('\x00' || convert_to(entry, 'UTF8')));

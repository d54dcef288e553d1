ALTER TABLE "key_log_entries" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "key_log_checkpoints" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Append-only for the application: what is in the log stays there, and only the note under a size is signed again.
GRANT SELECT, INSERT ON key_log_entries, key_log_checkpoints TO dvd_app;--> statement-breakpoint
GRANT UPDATE (note, witnessed_at) ON key_log_checkpoints TO dvd_app;

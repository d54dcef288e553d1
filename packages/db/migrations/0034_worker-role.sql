-- The one that takes requests reads the public log and the chains of its scope, and adds to none of them. 0005 and 0017
-- gave it what only the worker does; what they say of the application is true from here on: it removes nothing of a chain.
REVOKE INSERT ON key_log_entries, key_log_checkpoints FROM dvd_app;--> statement-breakpoint
REVOKE UPDATE (note, witnessed_at) ON key_log_checkpoints FROM dvd_app;--> statement-breakpoint
GRANT INSERT ON key_log_entries, key_log_checkpoints TO dvd_worker;--> statement-breakpoint
GRANT UPDATE (note, witnessed_at) ON key_log_checkpoints TO dvd_worker;--> statement-breakpoint
REVOKE INSERT ON audit_checkpoints FROM dvd_app;--> statement-breakpoint
REVOKE UPDATE (checked_at, fault, fault_seq) ON audit_heads FROM dvd_app;--> statement-breakpoint
GRANT INSERT ON audit_checkpoints TO dvd_worker;--> statement-breakpoint
GRANT UPDATE (checked_at, fault, fault_seq) ON audit_heads TO dvd_worker;--> statement-breakpoint
SET LOCAL ROLE dvd_audit;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION public.audit_link(integer), public.audit_prune(uuid, bigint), public.audit_counts() FROM dvd_app;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.audit_link(integer), public.audit_prune(uuid, bigint), public.audit_counts() TO dvd_worker;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION public.blobs_in_use(text[]), public.sweep_once(), public.sweep_sessions() FROM dvd_app;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.blobs_in_use(text[]), public.sweep_once(), public.sweep_sessions() TO dvd_worker;--> statement-breakpoint
RESET ROLE;

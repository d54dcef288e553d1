-- The worker was a member of dvd_app and could do all that web does. It has the rights of its jobs now and no others: who
-- takes it over reads no vault and no message, and writes in nobody's name. The membership itself ends in `provision`.
GRANT USAGE ON SCHEMA public TO dvd_worker;--> statement-breakpoint
GRANT SELECT ON tenants, statements, key_log_entries, key_log_checkpoints TO dvd_worker;--> statement-breakpoint
GRANT SELECT ON audit_chain, audit_heads, audit_checkpoints TO dvd_worker;--> statement-breakpoint
GRANT INSERT ON audit_intake TO dvd_worker;--> statement-breakpoint
-- What was begun and never sent ends, and a row can be held only by who may change something of it; what was sent is read back and held against its seal.
GRANT SELECT (id, tenant_id, citizen_id, state), UPDATE (updated_at), DELETE ON cases TO dvd_worker;--> statement-breakpoint
GRANT SELECT, DELETE ON upload_parts TO dvd_worker;--> statement-breakpoint
GRANT SELECT, UPDATE (blob_upload, verified_at) ON documents TO dvd_worker;--> statement-breakpoint
GRANT SELECT (citizen_id, tenant_id, signing_key, signing_key_id) ON accounts TO dvd_worker;--> statement-breakpoint
GRANT SELECT (citizen_id, signing_key, signing_key_id, former_signing_key, former_signing_key_id) ON account_renewals TO dvd_worker;--> statement-breakpoint
-- Found by name and age, and removed without being read.
GRANT SELECT (citizen_id, draft_id, updated_at), DELETE ON drafts TO dvd_worker;--> statement-breakpoint
GRANT SELECT (account_id, link_id), DELETE ON device_links TO dvd_worker;--> statement-breakpoint
SET LOCAL ROLE dvd_audit;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.audit_note(jsonb) TO dvd_worker;--> statement-breakpoint
RESET ROLE;

-- Row-level security is on for every table; FORCE makes it hold for the owner of the tables as well, so that a
-- migration or a seed with a forgotten scope touches nothing instead of everything.
ALTER TABLE "accounts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_intake" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_grants" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "cases" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "change_heads" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "changes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "citizens" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "documents" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "messages" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "officials" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "receipts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "routing_rule_sets" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "services" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "sessions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "statements" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tenants" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "threads" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "unit_members" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "unit_seed_grants" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "units" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "upload_parts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "vault_slots" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "vaults" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- The application gets what its commands need, column by column where a column must never change or be read.
REVOKE ALL ON SCHEMA public FROM PUBLIC;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO dvd_app, dvd_identity;--> statement-breakpoint
-- The public directory is written by seed and migrations only.
GRANT SELECT ON tenants, units, services, routing_rule_sets, statements TO dvd_app;--> statement-breakpoint
-- Without the pseudonym: nobody who can read these rows could compare it with a login elsewhere.
GRANT SELECT (id, created_at) ON citizens TO dvd_app;--> statement-breakpoint
GRANT SELECT (id, tenant_id, created_at, removed_at) ON officials TO dvd_app;--> statement-breakpoint
GRANT SELECT ON unit_members TO dvd_app;--> statement-breakpoint
GRANT SELECT, INSERT ON unit_seed_grants, accounts TO dvd_app;--> statement-breakpoint
GRANT SELECT, INSERT ON vaults TO dvd_app;--> statement-breakpoint
GRANT UPDATE (version, vault, updated_at) ON vaults TO dvd_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON vault_slots TO dvd_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON cases TO dvd_app;--> statement-breakpoint
-- Whose case it is, which key scope it has and when it came never change.
GRANT UPDATE (unit_id, reference, state, version, assigned_official_id, key_generation, routing, received_at, updated_at) ON cases TO dvd_app;--> statement-breakpoint
GRANT SELECT, INSERT ON case_grants, receipts TO dvd_app;--> statement-breakpoint
GRANT SELECT, INSERT ON documents TO dvd_app;--> statement-breakpoint
-- The header is bound into the ciphertext and stays as it was announced.
GRANT UPDATE (state, seal, blob_upload, stored_at, verified_at) ON documents TO dvd_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON upload_parts TO dvd_app;--> statement-breakpoint
GRANT UPDATE (tag, digests, size) ON upload_parts TO dvd_app;--> statement-breakpoint
GRANT SELECT, INSERT ON threads TO dvd_app;--> statement-breakpoint
GRANT UPDATE (last_sequence) ON threads TO dvd_app;--> statement-breakpoint
GRANT SELECT, INSERT ON messages TO dvd_app;--> statement-breakpoint
GRANT SELECT ON change_heads, changes TO dvd_app;--> statement-breakpoint
GRANT INSERT ON audit_intake TO dvd_app;--> statement-breakpoint
-- What the functions of the next migrations need, and nothing more.
GRANT SELECT, INSERT ON citizens TO dvd_identity;--> statement-breakpoint
GRANT SELECT ON officials, unit_members, cases TO dvd_identity;--> statement-breakpoint
GRANT SELECT, INSERT ON sessions TO dvd_identity;--> statement-breakpoint
GRANT UPDATE (last_seen_at, revoked_at) ON sessions TO dvd_identity;--> statement-breakpoint
GRANT INSERT ON audit_intake, changes TO dvd_identity;--> statement-breakpoint
GRANT SELECT, INSERT ON change_heads TO dvd_identity;--> statement-breakpoint
GRANT UPDATE (last_sequence) ON change_heads TO dvd_identity;

ALTER TABLE "account_renewals" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "aside_vaults" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "copy_requests" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- The keys of a citizen's account are replaced as a whole; whose account it is never changes.
GRANT UPDATE (kem_public_key, kem_key_id, signing_key, signing_key_id) ON accounts TO dvd_app;--> statement-breakpoint
GRANT SELECT, INSERT ON account_renewals TO dvd_app;--> statement-breakpoint
-- Which key replaced which is evidence: only the objection to it is added.
GRANT UPDATE (objected_at, objection_payload, objection_signature) ON account_renewals TO dvd_app;--> statement-breakpoint
-- No DELETE: a set-aside vault changes place with the current one and never goes away.
GRANT SELECT, INSERT ON aside_vaults TO dvd_app;--> statement-breakpoint
GRANT UPDATE (version, vault, slots) ON aside_vaults TO dvd_app;--> statement-breakpoint
GRANT SELECT, INSERT ON copy_requests TO dvd_app;--> statement-breakpoint
GRANT UPDATE (state, reason, attestation_payload, attestation_signature, decided_at) ON copy_requests TO dvd_app;

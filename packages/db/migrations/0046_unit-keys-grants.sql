ALTER TABLE "unit_key_proposals" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "unit_key_proposal_grants" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "unit_back_links" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON unit_key_proposals, unit_back_links TO dvd_app;--> statement-breakpoint
-- Taken back only as a whole, with the proposal.
GRANT SELECT, INSERT ON unit_key_proposal_grants TO dvd_app;--> statement-breakpoint
-- What is sealed for earlier keys of the unit, once something is sealed for the one that counts.
GRANT DELETE ON case_grants TO dvd_app;

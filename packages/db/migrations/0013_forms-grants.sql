ALTER TABLE "form_definitions" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "drafts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT ON form_definitions TO dvd_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON drafts TO dvd_app;--> statement-breakpoint
-- Whose it is and which one never changes, so a draft cannot be moved to somebody else.
GRANT UPDATE (version, sealed, updated_at) ON drafts TO dvd_app;

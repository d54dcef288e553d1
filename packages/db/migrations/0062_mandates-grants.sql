ALTER TABLE "deputy_grants" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "mandates" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- A grant goes with its deputyship and in no other way; a mandate stays as long as its case.
GRANT SELECT, INSERT ON deputy_grants, mandates TO dvd_app;

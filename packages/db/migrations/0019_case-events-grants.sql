ALTER TABLE "case_events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- What happened is added and stays as it was told.
GRANT SELECT, INSERT ON case_events TO dvd_app;--> statement-breakpoint
GRANT UPDATE (due_on) ON cases TO dvd_app;

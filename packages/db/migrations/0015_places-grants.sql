ALTER TABLE "places" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT ON places TO dvd_app;

ALTER TABLE "search_words" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT ON search_words TO dvd_app;

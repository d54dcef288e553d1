CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_words" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "services" ADD COLUMN "search" "tsvector" DEFAULT '' NOT NULL;--> statement-breakpoint
-- Services that are there already are found once the catalogue is published again, at the next start.
ALTER TABLE "services" ALTER COLUMN "search" DROP DEFAULT;--> statement-breakpoint
CREATE INDEX "services_search" ON "services" USING gin ("search");--> statement-breakpoint
CREATE POLICY "search_words_read_by_all" ON "search_words" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (true);--> statement-breakpoint
CREATE POLICY "search_words_maintained_by_owner" ON "search_words" AS PERMISSIVE FOR ALL TO "dvd_owner" USING (true) WITH CHECK (true);
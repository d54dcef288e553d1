CREATE TABLE "places" (
	"postal_code" text NOT NULL,
	"ars" text NOT NULL,
	"name" text NOT NULL,
	"contact" jsonb,
	CONSTRAINT "places_pk" PRIMARY KEY("postal_code","ars"),
	CONSTRAINT "places_postal_code" CHECK (postal_code ~ '^[0-9]{5}$'),
	CONSTRAINT "places_ars" CHECK (ars ~ '^[0-9]{12}$')
);
--> statement-breakpoint
ALTER TABLE "places" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "places_read_by_all" ON "places" AS PERMISSIVE FOR SELECT TO "dvd_app" USING (true);--> statement-breakpoint
CREATE POLICY "places_maintained_by_owner" ON "places" AS PERMISSIVE FOR ALL TO "dvd_owner" USING (true) WITH CHECK (true);
ALTER TABLE "device_links" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON device_links TO dvd_app;--> statement-breakpoint
-- Who asks, with which key and for how long never changes; only the answer comes later.
GRANT UPDATE (answer) ON device_links TO dvd_app;

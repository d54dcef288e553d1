GRANT INSERT ON units TO dvd_app;--> statement-breakpoint
-- Which authority a unit belongs to is said once.
GRANT UPDATE (name, closed_at) ON units TO dvd_app;

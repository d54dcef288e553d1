-- Who belongs to an authority is its admin's to say; the policies ask for the role. Whose row it is never changes.
GRANT SELECT (post_sign) ON officials TO dvd_app;--> statement-breakpoint
GRANT INSERT, DELETE ON unit_members, tenant_roles TO dvd_app;--> statement-breakpoint
GRANT UPDATE (role) ON unit_members TO dvd_app;--> statement-breakpoint
-- With the membership that it was sealed for.
GRANT DELETE ON unit_seed_grants TO dvd_app;

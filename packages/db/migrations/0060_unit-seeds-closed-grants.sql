-- What does not open may be marked by its receiver and then replaced; the policies say by whom. Whose it is never changes.
GRANT UPDATE (envelope, closed_at) ON unit_seed_grants TO dvd_app;

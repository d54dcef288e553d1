GRANT CREATE ON SCHEMA public TO dvd_identity;--> statement-breakpoint
SET LOCAL ROLE dvd_identity;--> statement-breakpoint
-- Sessions a day after their end, by the clock of the database and in portions. Until then a row refuses the login that
-- opened it when somebody plays it back; what a provider answered is too old for that within minutes.
CREATE FUNCTION public.sweep_sessions() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
declare
  v_swept integer;
begin
  delete from public.sessions s using (
    select id from public.sessions
      where least(revoked_at, expires_at) < now() - interval '1 day' limit 5000) ended
    where s.id = ended.id;
  get diagnostics v_swept = row_count;
  return v_swept;
end;
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION public.sweep_sessions() FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION public.sweep_sessions() TO dvd_app;--> statement-breakpoint
RESET ROLE;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM dvd_identity;
